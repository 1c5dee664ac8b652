import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { CorpusLabel } from '../corpus_label';
import { cutAuditLog } from './cut_audit_log';
import { findVersion7Serials } from './find_version_7_serials';
import type { Lab } from './lab';
import { parseExec } from './parse_exec';
import type { LabRecording } from './record_lab';
import { toEcsEvents } from './to_ecs_events';

/** Writes the files of one lab, see the corpus's README, and says in a line what is in them. */
export const writeRecording = (lab: Lab, recording: LabRecording): string => {
  const { done, processes, lives, log } = recording;
  const [first, last] = [done[0]?.start ?? 0, done.at(-1)?.end ?? 0];
  const { events, text } = cutAuditLog(
    log,
    ({ pid, time }) =>
      time >= first && time <= last && pid !== undefined && lives.find(pid, time) !== undefined
  );
  const execs = events.map(parseExec).filter((exec) => exec !== undefined);
  const succeeded = execs.filter(({ isSuccess }) => isSuccess);
  const ecsEvents = toEcsEvents(lab.name, succeeded, lives);
  const version7 = findVersion7Serials(ecsEvents);
  const labels = done.map(({ job, start, end, httpStatus }, index): CorpusLabel => {
    const own = execs.filter(({ time }) => time >= start && time <= end);
    const listSerials = (isSuccess: boolean): number[] =>
      own.filter((exec) => exec.isSuccess === isSuccess).map(({ serial }) => serial);
    const serials = listSerials(true);
    const v7Serials = serials.filter((serial) => version7.has(serial));
    return {
      id: `${lab.name}-${String(index + 1).padStart(3, '0')}`,
      lab: lab.name,
      split: lab.split,
      kind: job.kind,
      technique: job.technique,
      mitre: job.mitre ?? null,
      hand: job.hand ?? null,
      command: job.command,
      how: job.how,
      start: toMilliseconds(start),
      end: toMilliseconds(end),
      http_status: httpStatus,
      exec_serials: serials,
      failed_exec_serials: listSerials(false),
      v7_serials: v7Serials,
      exec_events: serials.length,
      v7: v7Serials.length > 0,
    };
  });
  const labelled = new Set(labels.flatMap(({ exec_serials }) => exec_serials));
  const stray = succeeded.filter(({ serial }) => !labelled.has(serial));
  if (stray.length > 0) throw new Error(`execs outside of every window: ${JSON.stringify(stray)}`);

  const folder = new URL(`../recordings/${lab.split}/${lab.name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string): void =>
    writeFileSync(
      new URL(name, folder),
      name.endsWith('.gz') ? gzipSync(content, { level: 9 }) : content
    );
  write('audit.log.gz', text);
  write('processes.json.gz', `${JSON.stringify(processes, undefined, 1)}\n`);
  const forks = lives
    .listForked()
    .filter(({ start }) => start >= first && start <= last)
    .map(({ start, parent, pid }) => ({ time: toMilliseconds(start), ppid: parent?.pid, pid }));
  write('forks.jsonl.gz', toJsonLines(forks));
  write('ecs_events.ndjson.gz', toJsonLines(ecsEvents));
  write('labels.jsonl', toJsonLines(labels));
  const count = (kind: string): string => {
    const counted = labels.filter((label) => label.kind === kind);
    const silent = counted.filter(({ exec_events }) => exec_events === 0).length;
    return `${counted.length} ${kind} (${silent} without an exec)`;
  };
  return `${lab.name}: ${execs.length} events, ${count('attack')}, ${count('benign')}`;
};

const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;
const toJsonLines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
