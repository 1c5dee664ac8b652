/** How fast is a file of events searched, beside reading it, parsing all of it, and the Python library `eql`? */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEql } from '../../common/eql/parse_eql';
import { createEventSearch } from '../../common/eql/search/create_event_search';
import { webServerRule } from '../../common/rule/web_server_rule';
import { openFile } from '../../engines/scan/source/open_file';
import { parseEventLine } from '../../engines/scan/lines/parse_event_line';
import { createScanReport } from '../../engines/scan/scan_report';
import { readWindows } from '../../engines/scan/lines/read_windows';
import { searchFiles } from '../../engines/scan/search_files';
import { createKernel } from '../../engines/scan/simd/create_kernel';
import { writeEvents } from './generate_events';

const EVENTS = 100_000;
const SEED = 11;
const NEWLINE = 10;
const PIECE = 256 * 1024;
const BYTES_FLOOR = 'floor: split lines, as bytes';
const TEXT_FLOOR = 'floor: split lines, as text';
const PYTHON_LIBRARY = 'Python library eql';

/** One way to go through the file; how many events or lines it found, to see that it did its work. */
interface Contender {
  readonly name: string;
  /** Slow ones run less often. */
  readonly runs: number;
  run(path: string): Promise<number>;
}

/**
 * The floor: the file is read into one buffer again and again and cut into lines. The lowest one leaves them bytes; a plain
 * program makes text of them.
 */
const splitLines = (path: string, take: (line: Buffer) => number): number => {
  const buffer = Buffer.allocUnsafeSlow(2 * PIECE);
  const file = openSync(path, 'r');
  let lines = 0;
  let rest = 0;
  for (let count = readSync(file, buffer, 0, PIECE, null); count > 0;) {
    const piece = buffer.subarray(0, rest + count);
    let start = 0;
    for (let end = piece.indexOf(NEWLINE, rest); end !== -1; end = piece.indexOf(NEWLINE, start)) {
      lines += Number(take(piece.subarray(start, end)) > 0);
      start = end + 1;
    }
    rest = piece.copy(buffer, 0, start);
    count = readSync(file, buffer, rest, PIECE, null);
  }
  closeSync(file);
  return lines;
};

const search = async (path: string): Promise<number> => {
  const { matches } = await searchFiles({
    query: parseEql(webServerRule.query),
    files: [path],
    options: {},
    wishes: { moreFields: ['event.id'], keepsText: false },
    threads: 1,
  });
  return matches.length;
};

const parseAll = async (path: string): Promise<number> => {
  const eql = createEventSearch(parseEql(webServerRule.query));
  const kernel = createKernel();
  const source = openFile(path);
  for await (const { start, end } of readWindows(kernel, source, createScanReport(path))) {
    for (const text of kernel.bytes.toString('utf8', start, end).split('\n')) {
      const parsed = parseEventLine(text);
      if (parsed.kind === 'event') eql.add(parsed);
    }
  }
  await source.close();
  return eql.finish().length;
};

const CONTENDERS: readonly Contender[] = [
  {
    name: BYTES_FLOOR,
    runs: 15,
    run: async (path) => splitLines(path, (line) => line.length),
  },
  {
    name: TEXT_FLOOR,
    runs: 15,
    run: async (path) => splitLines(path, (line) => line.toString('utf8').length),
  },
  { name: 'search, every line checked', runs: 15, run: search },
  { name: 'JSON.parse each line + evaluate', runs: 3, run: parseAll },
];

interface Timing {
  readonly name: string;
  readonly seconds: number;
  /** Of all threads; undefined for another program. */
  readonly cpuSeconds: number | undefined;
  readonly found: number;
}

/** Takes turns, so that a busy moment of the machine hits all alike; the best run of each counts. */
const timeContenders = async (path: string): Promise<Timing[]> => {
  const best = new Map<string, Timing>();
  for (let turn = 0; turn < Math.max(...CONTENDERS.map(({ runs }) => runs)); turn += 1) {
    for (const { name, runs, run } of CONTENDERS) {
      if (turn >= runs) continue;
      const startedAt = performance.now();
      const startedCpu = process.cpuUsage();
      const found = await run(path);
      const seconds = (performance.now() - startedAt) / 1000;
      const { user, system } = process.cpuUsage(startedCpu);
      const timing = { name, seconds, cpuSeconds: (user + system) / 1e6, found };
      if (seconds < (best.get(name)?.seconds ?? Infinity)) best.set(name, timing);
    }
  }
  return [...best.values()];
};

/** Undefined where the library isn't installed. `PYTHON` names another interpreter. */
const timePython = (path: string): Timing | undefined => {
  const python = process.env['PYTHON'] ?? 'python3';
  const script = fileURLToPath(new URL('./time_python_eql.py', import.meta.url));
  try {
    execFileSync(python, ['-c', 'import eql'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const output = execFileSync(python, [script, webServerRule.query, path], { encoding: 'utf8' });
  const { seconds, matches } = JSON.parse(output);
  return {
    name: PYTHON_LIBRARY,
    seconds: Number(seconds),
    cpuSeconds: undefined,
    found: Number(matches),
  };
};

const print = (timings: readonly Timing[], bytes: number): void => {
  const find = (wanted: string): number | undefined =>
    timings.find(({ name }) => name === wanted)?.seconds;
  const toRatio = (a: number | undefined, b: number | undefined): string =>
    a === undefined || b === undefined ? '-' : (a / b).toFixed(2);
  const rows = timings.map(({ name, seconds, cpuSeconds, found }) => [
    name,
    (seconds * 1000).toFixed(1),
    cpuSeconds === undefined ? '-' : (cpuSeconds * 1000).toFixed(1),
    (bytes / 1e6 / seconds).toFixed(0),
    (EVENTS / seconds).toFixed(0),
    toRatio(seconds, find(BYTES_FLOOR)),
    toRatio(seconds, find(TEXT_FLOOR)),
    toRatio(find(PYTHON_LIBRARY), seconds),
    String(found),
  ]);
  const titles = [
    '',
    'ms',
    'ms of CPU',
    'MB/s',
    'events/s',
    'x bytes',
    'x text',
    'x Python',
    'found',
  ];
  for (const cells of [titles, ...rows]) {
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(32) : cell.padStart(11))).join('')
    );
  }
};

/** Prints the times of the shipped rule over 100,000 events, one thread. */
export const benchEql = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    const path = join(directory, 'events.ndjson');
    const bytes = writeEvents(path, EVENTS, SEED);
    console.log(
      `EQL: the shipped rule over ${EVENTS} events, ${(bytes / 1e6).toFixed(0)} MB of NDJSON, one thread`
    );
    const timings = await timeContenders(path);
    const python = timePython(path);
    print(python === undefined ? timings : [...timings, python], bytes);
    if (python === undefined)
      console.log(
        'The Python library eql is not installed here (PYTHON names another interpreter).'
      );
    else
      console.log(
        'In the Python library an array equals no text, so that it stops early and finds nothing here.'
      );
  } finally {
    rmSync(directory, { recursive: true });
  }
};
