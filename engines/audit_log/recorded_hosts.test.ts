import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
import { webServerRule } from '../../common/rule/web_server_rule';
import { createAuditReader } from './create_audit_reader';
import type { AuditReader } from './create_audit_reader';
import { parseProcessList } from './processes/parse_process_list';
import type { ReadProcessEvent } from './read_audit_lines.fixture';
import { readAuditFile } from './read_audit_file';

const RECORDINGS = '../shared/telemetry';
const HOSTS = ['apache_cgi', 'apache_modphp', 'cron', 'lighttpd_cgi', 'nginx_phpfpm'] as const;
const isAbsent = !existsSync(RECORDINGS);
if (isAbsent) console.warn(`Skipped: the recorded hosts are not at ${RECORDINGS}`);

interface Label {
  readonly lab: string;
  readonly exec_serials: readonly number[];
  readonly failed_exec_serials: readonly number[];
  readonly v7_serials: readonly number[];
}

const readJsonLines = <Line>(name: string): Line[] =>
  readFileSync(join(RECORDINGS, name), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));

const readHost = async (
  host: string,
  { isListed = true } = {}
): Promise<{ events: SourceEvent[]; stats: AuditReader['stats'] }> => {
  const folder = join(RECORDINGS, host);
  const reader = createAuditReader({
    index: 'logs-endpoint.events.process-default',
    hostId: `dev-${host}`,
    hostName: host,
    agentId: 'agent',
    processes: isListed
      ? parseProcessList(readFileSync(join(folder, 'processes.json'), 'utf8'))
      : [],
  });
  const events: SourceEvent[] = [];
  for await (const event of readAuditFile(join(folder, 'audit.log'), reader)) events.push(event);
  return { events, stats: reader.stats };
};

const read = ({ source }: SourceEvent): ReadProcessEvent => JSON.parse(JSON.stringify(source));
const inOrder = (serials: Iterable<number>): number[] =>
  [...serials].sort((one, other) => one - other);

describe.skipIf(isAbsent)('the recorded hosts (skipped where ../shared is absent)', () => {
  const labels = isAbsent ? [] : readJsonLines<Label>('labels.jsonl');
  const truth = new Map(
    (isAbsent ? [] : readJsonLines<ReadProcessEvent>('ecs_events.ndjson')).map((event) => [
      event.event.sequence,
      event,
    ])
  );
  const serialsOf = (host: string, kind: keyof Omit<Label, 'lab'>): number[] =>
    inOrder(labels.filter(({ lab }) => lab === host).flatMap((label) => label[kind]));

  it.each(HOSTS)('%s gives one event per successful exec and none per failed one', async (host) => {
    const { events, stats } = await readHost(host);
    expect(inOrder(events.map((event) => read(event).event.sequence))).toEqual(
      serialsOf(host, 'exec_serials')
    );
    expect(stats).toMatchObject({
      failedExecs: serialsOf(host, 'failed_exec_serials').length,
      malformedLines: 0,
      strayRecords: 0,
      incompleteArgs: 0,
    });
  });

  it.each(HOSTS)('%s has the fields of the true events', async (host) => {
    const { events } = await readHost(host);
    for (const event of events.map(read)) {
      const { process, ...rest } = truth.get(event.event.sequence) ?? {};
      const { parent, entity_id: _id, Ext: _ext, ...own } = process ?? {};
      expect(event).toMatchObject({ ...rest, process: { ...own, parent: { pid: parent?.pid } } });
    }
  });

  it.each(HOSTS)(
    '%s has the true program for each parent, with its arguments and folder',
    async (host) => {
      const { events } = await readHost(host);
      const pick = ({ process: { parent } }: ReadProcessEvent): unknown => ({
        pid: parent.pid,
        executable: parent.executable,
        args: parent.args,
        working_directory: parent.working_directory,
      });
      for (const event of events.map(read)) {
        const expected = truth.get(event.event.sequence);
        expect(expected && pick(event)).toEqual(expected && pick(expected));
      }
    }
  );

  it.each(HOSTS)('%s has one id per process, like the true events', async (host) => {
    const { events } = await readHost(host);
    const ours = new Map<string | undefined, string>();
    const theirs = new Map<string, string | undefined>();
    for (const event of events.map(read)) {
      const id = event.process.entity_id;
      const trueId = truth.get(event.event.sequence)?.process.entity_id;
      expect([ours.get(trueId) ?? id, theirs.get(id) ?? trueId]).toEqual([id, trueId]);
      ours.set(trueId, id);
      theirs.set(id, trueId);
    }
  });

  it('differ from the true events in the user of parents that changed it after they were forked', async () => {
    const counts: Record<string, number> = {};
    for (const host of HOSTS) {
      const { events } = await readHost(host);
      const others = events.map(read).filter(({ event, process: { parent } }) => {
        const [ours, theirs] = [parent.user, truth.get(event.sequence)?.process.parent.user];
        if (ours?.id === theirs?.id) return false;
        expect([ours?.id, theirs?.id]).toEqual(['33', '0']);
        return true;
      });
      counts[host] = others.length;
    }
    expect(counts).toEqual({
      apache_cgi: 40,
      apache_modphp: 41,
      cron: 0,
      lighttpd_cgi: 1,
      nginx_phpfpm: 3,
    });
  });

  it('without their list of processes, have the true program for these many parents', async () => {
    const counts: Record<string, number> = {};
    for (const host of HOSTS) {
      const { events } = await readHost(host, { isListed: false });
      const right = events
        .map(read)
        .filter(
          ({ event, process: { parent } }) =>
            parent.executable === truth.get(event.sequence)?.process.parent.executable
        );
      counts[host] = right.length;
    }
    expect(counts).toEqual({
      apache_cgi: 211,
      apache_modphp: 262,
      cron: 75,
      lighttpd_cgi: 210,
      nginx_phpfpm: 158,
    });
  });

  it('label each parent that had to be inferred', async () => {
    const counts: Record<string, Record<string, number>> = {};
    for (const host of HOSTS) {
      const { events } = await readHost(host);
      const evidence = events.map((event) => read(event).labels?.['parent_guess'] ?? 'none');
      const count: Record<string, number> = (counts[host] = {});
      for (const name of evidence) count[name] = (count[name] ?? 0) + 1;
    }
    expect(counts).toEqual({
      apache_cgi: { none: 260, memory_layout: 27, neighbour: 3 },
      apache_modphp: { none: 232, memory_layout: 33, neighbour: 1 },
      cron: { none: 43, memory_layout: 22, user_record: 10, neighbour: 2 },
      lighttpd_cgi: { none: 286, neighbour: 3 },
      nginx_phpfpm: { none: 249, memory_layout: 6, neighbour: 1, precedent: 1 },
    });
  });

  it.each(HOSTS)('%s gives the matches of the rule, no more and no less', async (host) => {
    const { events } = await readHost(host);
    const matches = searchEvents(parseEql(webServerRule.query), events);
    expect(inOrder(matches.map((event) => read(event).event.sequence))).toEqual(
      serialsOf(host, 'v7_serials')
    );
  });
});
