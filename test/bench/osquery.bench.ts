/** How long do Osquery's answers about this machine take, beside `ps` and `ss` reading the same? */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createLocalOsquery } from '../../engines/osquery/create_local_osquery';
import type { LocalOsquery } from '../../engines/osquery/local_osquery';

interface Timing {
  readonly what: string;
  /** The SQL, or the command line. */
  readonly asked: string;
  /** Rows or lines of the last run; undefined where the program is absent or failed. */
  readonly rows: number | undefined;
  readonly medianMs: number;
  readonly fastestMs: number;
}

const RUNS = 15;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const run = promisify(execFile);

/** Rows read, or undefined where it can't be done here. */
type Read = () => Promise<number | undefined>;

interface Case {
  readonly what: string;
  readonly asked: string;
  readonly read: Read;
}

const askOsquery = (osquery: LocalOsquery, what: string, sql: string): Case => ({
  what,
  asked: sql,
  read: async () => {
    const outcome = await osquery.run(sql);
    return outcome.kind === 'rows' ? outcome.rows.length : undefined;
  },
});

const askProgram = (what: string, asked: string): Case => ({
  what,
  asked,
  read: async () => {
    const [program = '', ...args] = asked.split(' ');
    try {
      const { stdout } = await run(program, args, { maxBuffer: MAX_OUTPUT_BYTES });
      return stdout.trimEnd().split('\n').length;
    } catch {
      return undefined;
    }
  },
});

const PS_COLUMNS =
  'pid,comm,args,state,uid,gid,euid,egid,suid,sgid,rss,vsz,time,lstart,ppid,pgid,nlwp,ni,cgroup';

const listCases = (osquery: LocalOsquery): Case[] => [
  askOsquery(osquery, 'all processes', 'SELECT * FROM processes'),
  askProgram('all processes', `ps -ww -e -o ${PS_COLUMNS}`),
  askOsquery(osquery, 'one process', `SELECT * FROM processes WHERE pid = ${process.pid}`),
  askProgram('one process', `ps -ww -p ${process.pid} -o ${PS_COLUMNS}`),
  askOsquery(
    osquery,
    'sockets with their processes',
    'SELECT * FROM process_open_sockets JOIN processes USING (pid)'
  ),
  askProgram('sockets with their processes', 'ss -a -n -p -e'),
];

const toTiming = (
  { what, asked }: Case,
  times: readonly number[],
  rows: number | undefined
): Timing => {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    ...{ what, asked, rows },
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    fastestMs: sorted[0] ?? Number.NaN,
  };
};

/** Every case in turn, after one round that is not counted. */
const timeCases = async (cases: readonly Case[]): Promise<readonly Timing[]> => {
  const timed = cases.map((one) => ({ one, times: [] as number[] }));
  const rows = new Map<Case, number | undefined>();
  for (let round = 0; round <= RUNS; round += 1) {
    for (const { one, times } of timed) {
      const start = performance.now();
      rows.set(one, await one.read());
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return timed.map(({ one, times }) => toTiming(one, times, rows.get(one)));
};

const print = ({ what, asked, rows, medianMs, fastestMs }: Timing): void => {
  const cells = [
    medianMs.toFixed(1).padStart(9),
    fastestMs.toFixed(1).padStart(9),
    String(rows ?? 'absent').padStart(7),
  ];
  console.log(`${what.padEnd(30)}${cells.join('')}  ${asked.slice(0, 60)}`);
};

/** Prints the times of Osquery's SQLite engine, its thread warm, beside those of `ps` and `ss`. */
export const benchOsquery = async (): Promise<void> => {
  const osquery = createLocalOsquery({ searchPath: '' });
  try {
    const timings = await timeCases(listCases(osquery));
    console.log(`Osquery: this machine, ${RUNS} rounds`);
    console.log(
      `${'what'.padEnd(30)}${'median ms'.padStart(9)}${'least'.padStart(9)}${'rows'.padStart(7)}`
    );
    timings.forEach(print);
  } finally {
    await osquery.close();
  }
};
