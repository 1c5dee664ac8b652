import type { QueryOutcome, ResultColumn, ResultRow } from '../query_outcome';

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

const findJsonRows = (output: string): ResultRow[] | undefined => {
  try {
    const parsed: unknown = JSON.parse(output);
    return Array.isArray(parsed) ? parsed.map(toRow) : undefined;
  } catch {
    return undefined;
  }
};

interface OsqueryiOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** Osquery's own words: the `Error:` line where there is one, else the last line it wrote. */
const toMessage = (stderr: string): string => {
  const lines = stderr.trim().split('\n');
  const error = lines.find((line) => line.startsWith('Error: '));
  return error?.slice('Error: '.length) ?? lines.at(-1) ?? '';
};

/** What `osqueryi --json` printed, as an outcome. Output that is no JSON list is a failure. */
export const parseOsqueryiOutput = (
  { stdout, stderr }: OsqueryiOutput,
  maxRows: number,
  elapsedMs: number
): QueryOutcome => {
  const rows = stderr.includes('Error: ') ? undefined : findJsonRows(stdout);
  if (!rows) {
    return { kind: 'failed', message: toMessage(stderr) || 'osqueryi printed no result.' };
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name): ResultColumn => ({
    name,
    type: toType(rows.map((row) => row[name] ?? '')),
  }));
  const truncated = rows.length > maxRows;
  return { kind: 'rows', columns, rows: rows.slice(0, maxRows), truncated, elapsedMs };
};
