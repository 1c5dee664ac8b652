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

/** As many rows as wanted and one more. `osqueryi` prints a row a line: they are read in turns, with the host free in between. */
const readRows = async (list: string, maxRows: number): Promise<ResultRow[]> => {
  const rows: ResultRow[] = [];
  let untilTurn = ROWS_PER_TURN;
  for (const line of list.slice(1, -1).split('\n')) {
    const parsed: unknown = JSON.parse(`[${line.trim().replace(/,$/, '')}]`);
    if (Array.isArray(parsed)) rows.push(...parsed.map(toRow));
    if (rows.length > maxRows) break;
    untilTurn -= 1;
    if (untilTurn > 0) continue;
    untilTurn = ROWS_PER_TURN;
    await setImmediate();
  }
  return rows;
};

const findJsonRows = async (output: string, maxRows: number): Promise<ResultRow[] | undefined> => {
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
  const rows = output.status === 0 ? await findJsonRows(output.stdout, maxRows) : undefined;
  if (!rows || (rows.length === 0 && ERROR_LINE.test(output.stderr))) {
    return { kind: 'failed', message: toMessage(output) };
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name): SqlColumn => ({
    name,
    type: toType(rows.map((row) => row[name] ?? '')),
  }));
  const truncated = rows.length > maxRows;
  return { kind: 'rows', columns, rows: rows.slice(0, maxRows), truncated, elapsedMs };
};
