/** How a program that starts another one takes its own arguments. */
export interface Wrapper {
  /** Letters of the options that take an operand. */
  readonly valued: string;
  readonly longValued: readonly string[];
  /** Operands of its own before the program: the duration of timeout, the root of chroot. */
  readonly operands: number;
}

const wrapper = (valued = '', operands = 0, ...longValued: string[]): Wrapper => ({
  valued,
  operands,
  longValued,
});

/** By name. busybox and toybox are here too: their first operand is the applet. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: wrapper('uUgpCcrtThDR', 0, '--user', '--group', '--prompt', '--chdir', '--host'),
  doas: wrapper('uC'),
  env: wrapper('uCS', 0, '--unset', '--chdir'),
  nohup: wrapper(),
  setsid: wrapper(),
  timeout: wrapper('ks', 1, '--signal', '--kill-after'),
  xargs: wrapper(
    'adEeIiLlnPs',
    0,
    '--arg-file',
    '--delimiter',
    '--replace',
    '--max-args',
    '--max-procs'
  ),
  exec: wrapper('a'),
  command: wrapper(),
  builtin: wrapper(),
  nice: wrapper('n', 0, '--adjustment'),
  ionice: wrapper('cnpPu', 0, '--class', '--classdata'),
  chrt: wrapper('TPD', 1),
  taskset: wrapper('', 1),
  stdbuf: wrapper('ioe', 0, '--input', '--output', '--error'),
  time: wrapper('fo', 0, '--format', '--output'),
  busybox: wrapper(),
  toybox: wrapper(),
  chroot: wrapper('', 1, '--userspec', '--groups'),
  unshare: wrapper('SG', 0, '--setuid', '--setgid', '--root', '--wd'),
  nsenter: wrapper('tSG', 0, '--target'),
  setpriv: wrapper('', 0, '--reuid', '--regid', '--groups'),
  flock: wrapper('wE', 1, '--timeout', '--wait'),
  strace: wrapper('oepsuaEIbP'),
  ltrace: wrapper('oepsualnF'),
  watch: wrapper('n', 0, '--interval'),
  unbuffer: wrapper(),
  rlwrap: wrapper(),
  proot: wrapper('rbwqk'),
  fakeroot: wrapper('lsib'),
  catchsegv: wrapper(),
  torsocks: wrapper(),
  torify: wrapper(),
  proxychains: wrapper('f'),
  proxychains4: wrapper('f'),
  gosu: wrapper('', 1),
  'su-exec': wrapper('', 1),
  'systemd-run': wrapper('pEutM', 0, '--unit', '--property', '--uid', '--gid', '--slice'),
  'systemd-cat': wrapper('tp', 0, '--identifier', '--priority'),
  firejail: wrapper(),
  bwrap: wrapper(),
  eatmydata: wrapper(),
  cgexec: wrapper('g'),
  prlimit: wrapper('p'),
  coproc: wrapper(),
};
