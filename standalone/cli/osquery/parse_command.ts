import { parseArgs } from 'node:util';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'tables' }
  | {
      readonly kind: 'run';
      readonly sql: string;
      readonly format: Format;
      readonly timeoutMs: number;
      readonly maxRows: number;
    }
  | { readonly kind: 'invalid'; readonly problem: string };

const DEFAULT_TIMEOUT_S = '10';
const DEFAULT_MAX_ROWS = '10000';
const MS_PER_SECOND = 1000;
/** `setTimeout` can't wait longer. */
const MAX_TIMEOUT_S = 2_000_000;

const invalid = (problem: string): Command => ({ kind: 'invalid', problem });

const parseOptions = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'table' },
      timeout: { type: 'string', default: DEFAULT_TIMEOUT_S },
      'max-rows': { type: 'string', default: DEFAULT_MAX_ROWS },
      tables: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

const toRun = ({ values, positionals }: ReturnType<typeof parseOptions>): Command => {
  const [sql, ...others] = positionals;
  const format = FORMATS.find((name) => name === values.format);
  const timeout = Number(values.timeout);
  const maxRows = Number(values['max-rows']);
  if (sql === undefined || others.length > 0) return invalid('Give one query, in quotes.');
  if (!format) return invalid(`--format takes ${FORMATS.join(', ')}.`);
  if (!(timeout > 0 && timeout <= MAX_TIMEOUT_S)) {
    return invalid('--timeout takes a number of seconds above 0.');
  }
  if (!Number.isSafeInteger(maxRows) || maxRows < 1) {
    return invalid('--max-rows takes a whole number above 0.');
  }
  return { kind: 'run', sql, format, timeoutMs: timeout * MS_PER_SECOND, maxRows };
};

/** Reads the command line behind the program's name. */
export const parseCommand = (args: readonly string[]): Command => {
  try {
    const parsed = parseOptions(args);
    if (parsed.values.help) return { kind: 'help' };
    return parsed.values.tables ? { kind: 'tables' } : toRun(parsed);
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
};
