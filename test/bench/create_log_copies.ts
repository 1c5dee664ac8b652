import { readFile } from 'node:fs/promises';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import { webServerRule } from '../../common/rule/web_server_rule';
import { parseProcessList } from '../../engines/audit_log/processes/parse_process_list';
import { writeAuditRecords } from '../../engines/audit_log/write_audit_records.fixture';
import { createAuditReader } from '../../engines/audit_log';

/** A log without end: the recorded servers over and over, each copy with processes and times of its own. */
export interface LogCopies {
  /** The starts of the servers, which live as long as the log. */
  readonly head: string;
  /** The records of the copy with this number, counted from 0; valid until the next call. */
  write(copy: number): { readonly bytes: Buffer; readonly execs: number };
}

/** Real servers under real attacks, each with a folder in `recorded/`. */
const HOSTS = ['web-01-nginx', 'web-02-apache'];
/** Of so many copies one is with the recorded attacks. */
const ATTACKED_EVERY = 100;
const FIRST_SERIAL = 10_000_000;
const FIRST_SERVER_PID = 1_000;
const FIRST_PID = 10_000;
const PIDS = 80_000;
const PIDS_PER_COPY = 2_000;

/**
 * @param startsAt when the log begins, epoch milliseconds
 * @param perMs audit events in a millisecond of the log's time
 */
export const createLogCopies = async (startsAt: number, perMs: number): Promise<LogCopies> => {
  const servers = (await read('processes.json')).flatMap(parseProcessList);
  const serverPids = new Map(servers.map(({ pid }, at) => [String(pid), FIRST_SERVER_PID + at]));
  const serials = new Map<string, number>();
  const toSerial = (serial: string): number => {
    const known = serials.get(serial) ?? serials.size;
    serials.set(serial, known);
    return FIRST_SERIAL + known;
  };
  const log = (await read('audit.log'))
    .join('')
    .replaceAll(/(?<=\(\d+\.\d+:)\d+/g, (serial) => String(toSerial(serial)))
    .replaceAll(/(?<= p?pid=)\d{2,}/g, (pid) =>
      String(serverPids.get(pid) ?? FIRST_PID + Number(pid))
    );
  const attacks = new Set((await findAttacks()).map(toSerial));
  const isQuiet = (line: string): boolean => !attacks.has(Number(/:(\d+)\): /.exec(line)?.[1]));
  const attacked = toTemplate(log);
  const quiet = toTemplate(`${log.trimEnd().split('\n').filter(isQuiet).join('\n')}\n`);
  return {
    head: servers
      .flatMap(({ parentPid, executable = '', args }, at) =>
        writeAuditRecords({
          serial: at + 1,
          time: (startsAt / 1000).toFixed(3),
          pid: FIRST_SERVER_PID + at,
          ppid: serverPids.get(String(parentPid)) ?? parentPid,
          exe: executable,
          args,
        })
      )
      .map((line) => `${line}\n`)
      .join(''),
    write(copy) {
      const { bytes, execs, stamps } = copy % ATTACKED_EVERY === 0 ? attacked : quiet;
      for (const { kind, start, end, first } of stamps) {
        writeDigits(bytes, start, end, kind === 'address' ? 16 : 10, toValue(kind, first, copy));
      }
      return { bytes, execs };
    },
  };

  function toValue(kind: StampKind, first: number, copy: number): number {
    const serial = first + copy * serials.size;
    const time = startsAt + Math.floor(serial / perMs);
    switch (kind) {
      case 'serial':
        return FIRST_SERIAL + serial;
      case 'seconds':
        return Math.floor(time / 1000);
      case 'millis':
        return time % 1000;
      case 'pid':
        return FIRST_PID + ((first + copy * PIDS_PER_COPY) % PIDS);
      case 'address':
        return first ^ copy;
    }
  }
};

const read = (name: string): Promise<string[]> =>
  Promise.all(
    HOSTS.map((host) => readFile(new URL(`recorded/${host}/${name}`, import.meta.url), 'latin1'))
  );

/** Serial numbers of the recorded execs that the rule finds. */
const findAttacks = async (): Promise<string[]> => {
  const [logs, processes] = await Promise.all([read('audit.log'), read('processes.json')]);
  const events = logs.flatMap((log, at) => {
    const reader = createAuditReader({
      ...{ index: '', agentId: '', hostId: '', hostName: '' },
      processes: parseProcessList(processes[at] ?? ''),
    });
    return [...reader.push(Buffer.from(log, 'latin1')), ...reader.flush()];
  });
  const attacks = searchEvents(parseEql(webServerRule.query), events);
  return attacks.map(({ source }) => String((source['event'] as { sequence: number }).sequence));
};

type StampKind = 'serial' | 'seconds' | 'millis' | 'pid' | 'address';

/** What differs from copy to copy: the digits at `[start, end)`. */
interface Stamp {
  readonly kind: StampKind;
  readonly start: number;
  readonly end: number;
  /** What the first copy's digits come from; for times that is the serial number. */
  readonly first: number;
}

interface Template {
  readonly bytes: Buffer;
  readonly execs: number;
  readonly stamps: readonly Stamp[];
}

const HEADER = /audit\((\d{10})\.(\d{3}):(\d{8})/dg;
const PID = / p?pid=(\d{5})(?= )/dg;
/** The digits that the kernel draws anew for each process. */
const ADDRESS = / a[0-3]=(?:55|56|7f)[0-9a-f]([0-9a-f]{4})[0-9a-f]{5}(?= )/dg;

const toTemplate = (text: string): Template => {
  const find = (
    pattern: RegExp,
    kinds: readonly StampKind[],
    toFirst: (match: RegExpExecArray) => number
  ): Stamp[] =>
    [...text.matchAll(pattern)].flatMap((match) =>
      kinds.map((kind, group) => {
        const [start, end] = match.indices?.[group + 1] ?? [0, 0];
        return { kind, start, end, first: toFirst(match) };
      })
    );
  return {
    bytes: Buffer.from(text, 'latin1'),
    execs: text.match(/^type=SYSCALL .* success=yes /gm)?.length ?? 0,
    stamps: [
      ...find(HEADER, ['seconds', 'millis', 'serial'], (match) => Number(match[3]) - FIRST_SERIAL),
      ...find(PID, ['pid'], (match) => Number(match[1]) - FIRST_PID),
      ...find(ADDRESS, ['address'], (match) => parseInt(match[1] ?? '', 16)),
    ],
  };
};

const writeDigits = (
  bytes: Buffer,
  start: number,
  end: number,
  base: number,
  value: number
): void => {
  let rest = value;
  for (let at = end - 1; at >= start; at -= 1) {
    const digit = rest % base;
    bytes[at] = digit + (digit < 10 ? 0x30 : 0x57);
    rest = Math.floor(rest / base);
  }
};
