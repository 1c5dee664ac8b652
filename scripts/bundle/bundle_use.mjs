// @ts-check
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const USERS = 'users';
const DAY_MS = 24 * 60 * 60 * 1000;
/** After so long a process on another machine, of which nothing can be known, counts as gone. */
const LONGEST_MS = 30 * DAY_MS;

/**
 * Lets everybody know, until this process ends, that it may still read from a bundle.
 * @param {string} bundle
 */
export const holdBundle = (bundle) => {
  const mark = join(bundle, USERS, `${process.pid}@${hostname()}`);
  mkdirSync(join(bundle, USERS), { recursive: true });
  writeFileSync(mark, '');
  process.once('exit', () => rmSync(mark, { force: true }));
};

/**
 * Removes the bundles of a folder that no process uses and none has begun to use for a day; half-written ones too.
 * @param {string} folder
 * @param {number} now in ms
 */
export const removeUnused = (folder, now) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (now - getLastUse(path) > DAY_MS && !isInUse(path, now)) {
        rmSync(path, { recursive: true });
      }
    } catch {
      // Somebody else removes it at the same moment.
    }
  }
};

/** @param {string} bundle */
const getLastUse = (bundle) =>
  Math.max(
    statSync(bundle).mtimeMs,
    statSync(join(bundle, USERS), { throwIfNoEntry: false })?.mtimeMs ?? 0
  );

/**
 * @param {string} bundle
 * @param {number} now
 */
const isInUse = (bundle, now) =>
  statSync(join(bundle, USERS), { throwIfNoEntry: false }) !== undefined &&
  readdirSync(join(bundle, USERS)).some((mark) => {
    const [pid = '', host] = mark.split('@');
    if (host === hostname()) return isAlive(Number(pid));
    return now - statSync(join(bundle, USERS, mark)).mtimeMs < LONGEST_MS;
  });

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
