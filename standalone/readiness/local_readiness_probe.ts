import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckId, ReadinessCheck, ReadinessState } from '../../common/readiness/readiness';
import type { ReadinessProbe } from '../../server/ports/readiness_probe';
import type { InputOption } from '../sources/input_option';

export interface LocalFacts {
  readonly input: InputOption;
  readonly dataDirectory: string;
  /** What answers Osquery's queries here, e.g. the path of `osqueryi`. */
  readonly osqueryEngine: string;
  /** Where the kernel shows processes and where auditd keeps its rules. */
  readonly proc?: string;
  readonly auditRules?: string;
}

/** Looks at this machine: how process starts come to be logged, and who may read what. */
export const createLocalReadinessProbe = ({
  input,
  dataDirectory,
  osqueryEngine,
  proc = '/proc',
  auditRules = '/etc/audit/audit.rules',
}: LocalFacts): ReadinessProbe => ({
  async probe() {
    const isLive = input.kind === 'audit_log';
    return [
      ...(isLive ? [await checkDaemon(proc), await checkRule(auditRules)] : []),
      ...(input.kind === 'recording' ? [] : [await checkInput(input.path)]),
      await checkToken(join(dataDirectory, 'access.json')),
      toCheck('osquery_engine', 'good', osqueryEngine),
    ];
  },
});

const toCheck = (id: CheckId, state: ReadinessState, ...seen: string[]): ReadinessCheck => ({
  id,
  state,
  seen,
});

const toReason = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const checkDaemon = async (proc: string): Promise<ReadinessCheck> => {
  try {
    const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name));
    for (const pid of pids) {
      const name = await readFile(join(proc, pid, 'comm'), 'utf8').catch(() => '');
      if (name.trim() === 'auditd') return toCheck('audit_daemon', 'good', pid);
    }
    return toCheck('audit_daemon', 'bad');
  } catch (error) {
    return toCheck('audit_daemon', 'unknown', toReason(error));
  }
};

/** The rule that has every program start logged, as `docs/live.md` gives it. */
const checkRule = async (path: string): Promise<ReadinessCheck> => {
  try {
    const lines = (await readFile(path, 'utf8')).split('\n');
    const isRule = (line: string): boolean =>
      /^\s*-a\s/.test(line) && /-S\s+\S*execve\b/.test(line);
    return toCheck('audit_rule', lines.some(isRule) ? 'good' : 'bad');
  } catch (error) {
    return toCheck('audit_rule', 'unknown', toReason(error));
  }
};

const checkInput = async (path: string): Promise<ReadinessCheck> =>
  access(path, constants.R_OK).then(
    () => toCheck('input_readable', 'good', path),
    (error: unknown) => toCheck('input_readable', 'bad', toReason(error))
  );

/** Who can read it owns the host. */
const checkToken = async (path: string): Promise<ReadinessCheck> => {
  try {
    const { mode, uid } = await stat(path);
    const isPrivate = (mode & 0o077) === 0 && uid === process.getuid?.();
    return toCheck('token_private', isPrivate ? 'good' : 'bad', path);
  } catch (error) {
    return toCheck('token_private', 'unknown', toReason(error));
  }
};
