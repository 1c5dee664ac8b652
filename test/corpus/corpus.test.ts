import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpus } from './read_corpus';
import { cutAuditLog } from './recorder/cut_audit_log';
import { findVersion7Serials } from './recorder/find_version_7_serials';
import { parseExec } from './recorder/parse_exec';
import split from './split.json';

const labs = [...readCorpus('tuning'), ...readCorpus('heldout')];
const inOrder = (serials: Iterable<number>): number[] =>
  [...serials].sort((one, other) => one - other);

describe('the split', () => {
  it.each(['tuning', 'heldout'] as const)('names each recording of %s', (half) => {
    const folder = new URL(`recordings/${half}/`, import.meta.url);
    expect(readdirSync(folder).sort()).toEqual([...split[half].labs].sort());
  });

  it('keeps servers, applications and hands of the one half out of the other', () => {
    const { tuning, heldout } = split;
    expect(tuning.labs.filter((lab) => heldout.labs.includes(lab))).toEqual([]);
    expect(tuning.hands.filter((hand) => heldout.hands.includes(hand))).toEqual([]);
    for (const lab of labs) {
      const hands = lab.readLabels().flatMap(({ hand }) => hand ?? []);
      expect(split[lab.split].hands).toEqual(expect.arrayContaining([...new Set(hands)]));
    }
  });

  it('has no command of an attack in both halves but words that everybody types', () => {
    const list = (half: 'tuning' | 'heldout'): Set<string> =>
      new Set(
        readCorpus(half)
          .flatMap((lab) => lab.readLabels())
          .filter(({ kind }) => kind === 'attack')
          .map(({ command }) => command)
      );
    const heldout = list('heldout');
    const shared = [...list('tuning')].filter((command) => heldout.has(command));
    expect(shared.filter((command) => command.length > 20)).toEqual([]);
    expect(shared.length).toBeLessThan(0.05 * heldout.size);
  });

  it('gives no serial and no label twice', () => {
    const labels = labs.flatMap((lab) => lab.readLabels());
    const ids = labels.map(({ id }) => id);
    const serials = labels.flatMap(({ exec_serials, failed_exec_serials }) => [
      ...exec_serials,
      ...failed_exec_serials,
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(serials).size).toBe(serials.length);
  });
});

describe.each(labs)('the recording $name', (lab) => {
  const labels = lab.readLabels();
  const { events } = cutAuditLog(lab.readAuditLog(), () => true);
  const execs = events.map(parseExec).filter((exec) => exec !== undefined);
  const ecsEvents = lab.readEcsEvents();

  it('has windows that follow one another', () => {
    for (const [index, { start, end }] of labels.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(labels[index - 1]?.end ?? 0);
    }
  });

  it('has each exec in the one window whose label lists it', () => {
    for (const { serial, time, isSuccess } of execs) {
      const owners = labels.filter(({ start, end }) => start <= time && time <= end);
      expect(owners).toHaveLength(1);
      const [owner] = owners;
      expect(isSuccess ? owner?.exec_serials : owner?.failed_exec_serials).toContain(serial);
    }
    const listed = labels.flatMap(({ exec_serials, failed_exec_serials }) => [
      ...exec_serials,
      ...failed_exec_serials,
    ]);
    expect(inOrder(listed)).toEqual(execs.map(({ serial }) => serial));
  });

  it('has labels that agree with themselves', () => {
    for (const label of labels) {
      expect(label.lab).toBe(lab.name);
      expect(label.split).toBe(lab.split);
      expect(label.exec_events).toBe(label.exec_serials.length);
      expect(label.v7).toBe(label.v7_serials.length > 0);
      expect(label.exec_serials).toEqual(expect.arrayContaining(label.v7_serials));
      expect(label.mitre === null).toBe(label.kind === 'benign');
      expect(label.hand === null).toBe(label.kind === 'benign');
    }
  });

  it('has an exec in every attack, if only one of a program that is not there', () => {
    const silent = labels.filter(
      ({ kind, exec_events, failed_exec_serials }) =>
        kind === 'attack' && exec_events === 0 && failed_exec_serials.length === 0
    );
    expect(silent).toEqual([]);
  });

  it('has an event of Elastic Defend for each exec, which says the same', () => {
    const succeeded = execs.filter(({ isSuccess }) => isSuccess);
    expect(inOrder(ecsEvents.map(({ event }) => event.sequence))).toEqual(
      succeeded.map(({ serial }) => serial)
    );
    const bySerial = new Map(succeeded.map((exec) => [exec.serial, exec]));
    for (const { event, process } of ecsEvents) {
      const { pid, parentPid, executable, args } = bySerial.get(event.sequence) ?? {};
      expect(process).toMatchObject({ pid, executable, args, parent: { pid: parentPid } });
    }
  });

  it('has the parent of each event in the kernel’s forks, unless that one had ended', () => {
    const forks = lab.readForks();
    const listed = lab.readProcesses();
    for (const { process } of ecsEvents) {
      const { parent, pid, Ext } = process;
      if (parent.entity_id === undefined) expect(parent).toEqual({ pid: 1 });
      else {
        const parents = [...forks, ...listed].filter((one) => one.pid === pid);
        expect(parents.map(({ ppid }) => ppid)).toContain(parent.pid);
        expect(Ext?.ancestry[0]).toBe(parent.entity_id);
      }
    }
  });

  it('has the matches of version 7 that its labels name', () => {
    const named = labels.flatMap(({ v7_serials }) => v7_serials);
    expect(inOrder(findVersion7Serials(ecsEvents))).toEqual(inOrder(named));
  });
});
