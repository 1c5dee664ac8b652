import { setImmediate } from 'node:timers/promises';
import type { QueryOutcome, SqlColumn, ResultRow } from '../query_outcome';
import type { OsqueryiEnd } from './run_osqueryi';

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const DOUBLE = /^-?\d+\.\d+(?:e[+-]?\d+)?$/;

/** `osqueryi` prints all values as text: a column is of a number type if all its values look it. */
const toType = (values: readonly string[]): string => {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return 'TEXT';
  if (filled.every((value) => INTEGER.test(value))) return 'BIGINT';
  return filled.every((value) => INTEGER.test(value) || DOUBLE.test(value)) ? 'DOUBLE' : 'TEXT';
};

const toRow = (value: unknown): ResultRow =>
  Object.fromEntries(
    Object.entries(Object(value)).map(([name, cell]) => [
      name,
      cell === null || cell === undefined ? '' : String(cell),
    ])
  );

const ROWS_PER_TURN = 200;

interface ReadRows {
  /** As many as wanted. */
  readonly rows: readonly ResultRow[];
  readonly total: number;
}

/** `osqueryi` prints a row a line: they are read in turns, with the host free in between, and counted past those wanted. */
const readRows = async (list: string, maxRows: number): Promise<ReadRows> => {
  const rows: ResultRow[] = [];
  let total = 0;
  let untilTurn = ROWS_PER_TURN;
  for (const line of list.slice(1, -1).split('\n')) {
    const text = line.trim();
    if (text === '' || text === ',') continue;
    if (rows.length < maxRows) {
      const parsed: unknown = JSON.parse(`[${text.replace(/,$/, '')}]`);
      const read = Array.isArray(parsed) ? parsed.map(toRow) : [];
      rows.push(...read);
      total += read.length;
    } else {
      total += 1;
    }
    untilTurn -= 1;
    if (untilTurn > 0) continue;
    untilTurn = ROWS_PER_TURN;
    await setImmediate();
  }
  return { rows: rows.slice(0, maxRows), total };
};

const findJsonRows = async (output: string, maxRows: number): Promise<ReadRows | undefined> => {
  const list = output.trim();
  if (!list.startsWith('[') || !list.endsWith(']')) return undefined;
  try {
    return await readRows(list, maxRows);
  } catch {
    return undefined;
  }
};

type OsqueryiOutput = Pick<Extract<OsqueryiEnd, { kind: 'done' }>, 'stdout' | 'stderr' | 'status'>;

const ERROR_LINE = /^Error: (.*)$/m;

/** Osquery's own words: the `Error:` line where there is one, else the last line it wrote. */
const toMessage = ({ stderr, status }: OsqueryiOutput): string => {
  const words = ERROR_LINE.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1) ?? '';
  if (words !== '') return words;
  return status === 0 ? 'osqueryi printed no result.' : `osqueryi ended with ${status}.`;
};

/**
 * What `osqueryi --json` printed, as an outcome. Warnings may come with rows; an error with none, or output that
 * is no JSON list, is a failure.
 */
export const parseOsqueryiOutput = async (
  output: OsqueryiOutput,
  maxRows: number,
  elapsedMs: number
): Promise<QueryOutcome> => {
  const read = output.status === 0 ? await findJsonRows(output.stdout, maxRows) : undefined;
  if (!read || (read.total === 0 && ERROR_LINE.test(output.stderr))) {
    return { kind: 'failed', message: toMessage(output) };
  }
  const { rows, total } = read;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name): SqlColumn => ({
    name,
    type: toType(rows.map((row) => row[name] ?? '')),
  }));
  const truncated = total > rows.length;
  return { kind: 'rows', columns, rows, truncated, total, isTotalExact: true, elapsedMs };
};
