import type { AuditEvent } from './cut_audit_log';

/** What an audit event tells of one call of execve. */
export interface RecordedExec {
  readonly serial: number;
  readonly time: number;
  readonly pid: number;
  readonly parentPid: number;
  readonly isSuccess: boolean;
  readonly executable: string;
  readonly comm: string;
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly realUser: { readonly id: string; readonly name: string };
  readonly hasTerminal: boolean;
}

/** Reads an exec event; undefined for events of another kind. Own code, so that it can check the product's reader. */
export const parseExec = ({ serial, time, lines }: AuditEvent): RecordedExec | undefined => {
  const records = lines.map((line) => ({
    type: /^type=(\S+)/.exec(line)?.[1],
    // Where auditd adds names it writes them in capitals behind this byte.
    own: line.split('\x1d')[0] ?? '',
    names: line.split('\x1d')[1] ?? '',
  }));
  const call = records.find(({ type }) => type === 'SYSCALL');
  if (!call?.own.includes('key="exec"')) return undefined;
  const field = (name: string): string => new RegExp(` ${name}=(\\S+)`).exec(call.own)?.[1] ?? '';
  const name = (of: string): string => new RegExp(`\\b${of}="([^"]*)"`).exec(call.names)?.[1] ?? '';
  const cwd = records.find(({ type }) => type === 'CWD');
  return {
    serial,
    time,
    pid: Number(field('pid')),
    parentPid: Number(field('ppid')),
    isSuccess: field('success') === 'yes',
    executable: decode(field('exe')),
    comm: decode(field('comm')),
    args: parseArgs(records.filter(({ type }) => type === 'EXECVE').map(({ own }) => own)),
    workingDirectory: decode(/ cwd=(\S+)/.exec(cwd?.own ?? '')?.[1] ?? ''),
    user: { id: field('euid'), name: name('EUID') },
    realUser: { id: field('uid'), name: name('UID') },
    hasTerminal: field('tty') !== '(none)',
  };
};

/** Plain text stands in quotes; what has a space, a quote or a byte outside of ASCII is hexadecimal. */
const decode = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1) : Buffer.from(value, 'hex').toString();

/** `a0="sh"`; a long argument comes in parts, `a2_len=9000 a2[0]=… a2[1]=…`, over several records. */
const parseArgs = (records: readonly string[]): string[] => {
  const parts = new Map<number, string[]>();
  for (const record of records) {
    for (const [, index, value = ''] of record.matchAll(/ a(\d+)(?:\[\d+\])?=("[^"]*"|\S*)/g)) {
      parts.set(Number(index), [...(parts.get(Number(index)) ?? []), value]);
    }
  }
  return [...parts.values()].map((values) =>
    values.every((value) => value.startsWith('"'))
      ? values.map(decode).join('')
      : Buffer.concat(values.map((value) => Buffer.from(value, 'hex'))).toString()
  );
};
