/** What an exec looks like in the log; what isn't given is that of a web server's child. */
export interface WrittenExec {
  readonly serial: number;
  readonly args: readonly string[];
  /** Seconds since 1970, with up to three decimals. */
  readonly time?: string;
  readonly pid?: number;
  readonly ppid?: number;
  readonly exe?: string;
  readonly cwd?: string;
  readonly success?: boolean;
  /** Hexadecimal, as the kernel prints registers: file name, arguments, environment. */
  readonly registers?: readonly [string, string, string];
  readonly node?: string;
  readonly uid?: number;
  readonly session?: number;
  readonly tty?: string;
  readonly arch?: string;
  readonly syscall?: number;
  /** With the names auditd looks up. */
  readonly enriched?: boolean;
  /** Leaves out the record that ends the event. */
  readonly withoutTitle?: boolean;
}

/** Hand-made records of one exec, for tests: one line each, in the order of the kernel. */
export const writeAuditRecords = (exec: WrittenExec): string[] => {
  const { serial, args, time = '1795488208.764', pid = 500, ppid = 400, node } = exec;
  const { exe = '/usr/bin/dash', cwd = '/srv/www', success = true, uid = 33 } = exec;
  const { registers = ['1000', '2000', '3000'], tty = '(none)', session = 4294967295 } = exec;
  const { arch = 'c000003e', syscall = 59, enriched = true } = exec;
  const record = (type: string, fields: string): string =>
    `${node === undefined ? '' : `node=${node} `}type=${type} msg=audit(${time}:${String(serial)}): ${fields}`;
  const ids = `uid=${uid} gid=${uid} euid=${uid} suid=${uid} fsuid=${uid} egid=${uid} sgid=${uid} fsgid=${uid}`;
  const names =
    '\u001dARCH=x86_64 SYSCALL=execve AUID="unset" UID="www-data" GID="www-data" EUID="www-data" ' +
    'SUID="www-data" FSUID="www-data" EGID="www-data" SGID="www-data" FSGID="www-data"';
  const title = Buffer.from(args.join('\0')).toString('hex').toUpperCase();
  return [
    record(
      'SYSCALL',
      `arch=${arch} syscall=${syscall} success=${success ? 'yes exit=0' : 'no exit=-2'} ` +
        `a0=${registers[0]} a1=${registers[1]} a2=${registers[2]} a3=8 items=2 ppid=${ppid} pid=${pid} ` +
        `auid=4294967295 ${ids} tty=${tty} ses=${session} comm="sh" exe=${encode(exe)} key="exec"` +
        (enriched ? names : '')
    ),
    ...(success
      ? [
          record(
            'EXECVE',
            `argc=${args.length} ${args.map((arg, index) => `a${index}=${encode(arg)}`).join(' ')}`
          ),
        ]
      : []),
    record('CWD', `cwd=${encode(cwd)}`),
    record('PATH', 'item=0 name="/bin/sh" inode=1 dev=fe:00 mode=0100755 ouid=0 ogid=0'),
    ...(exec.withoutTitle ? [] : [record('PROCTITLE', `proctitle=${title}`)]),
  ];
};

/** As the kernel writes text it doesn't trust. */
const encode = (text: string): string =>
  /^[!#-~]*$/.test(text) ? `"${text}"` : Buffer.from(text).toString('hex').toUpperCase();
