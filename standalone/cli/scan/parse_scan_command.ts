import { parseArgs } from 'node:util';
import { parseCount } from './parse_eql_command';

export const SCAN_FORMATS = ['ndjson', 'table'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

export interface ScanRun {
  readonly kind: 'run';
  readonly input:
    | { readonly kind: 'events'; readonly paths: readonly string[] }
    | { readonly kind: 'audit_log'; readonly path: string; readonly processes: string | undefined };
  /** Undefined for the query of the shipped rule. */
  readonly query: string | undefined;
  readonly size: number | undefined;
  readonly format: ScanFormat;
  /** Undefined to decide by the size of the files. */
  readonly threads: number | undefined;
}

export type ScanCommand =
  ScanRun | { readonly kind: 'help' } | { readonly kind: 'invalid'; readonly problem: string };

const parseOptions = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      events: { type: 'string', multiple: true, default: [] },
      'audit-log': { type: 'string' },
      processes: { type: 'string' },
      query: { type: 'string' },
      size: { type: 'string' },
      format: { type: 'string', default: 'ndjson' },
      threads: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

type Parsed = ReturnType<typeof parseOptions>;

const invalid = (problem: string): ScanCommand => ({ kind: 'invalid', problem });

const toRun = ({ values, positionals }: Parsed): ScanCommand => {
  const input = toInput({ values, positionals });
  if (typeof input === 'string') return invalid(input);
  const format = SCAN_FORMATS.find((name) => name === values.format);
  if (format === undefined) return invalid(`--format takes ${SCAN_FORMATS.join(' or ')}.`);
  const size = values.size === undefined ? undefined : parseCount(values.size, 0);
  if (values.size !== undefined && size === undefined)
    return invalid('--size takes a whole number.');
  const threads = values.threads === undefined ? undefined : parseCount(values.threads, 1);
  if (values.threads !== undefined && threads === undefined) {
    return invalid('--threads takes a whole number above 0.');
  }
  const { query } = values;
  return { kind: 'run', input, query, size, format, threads };
};

/** Where events come from, or what is wrong with it. */
const toInput = ({
  values,
  positionals,
}: Pick<Parsed, 'values' | 'positionals'>): ScanRun['input'] | string => {
  const paths = [...values.events, ...positionals];
  const { 'audit-log': path, processes } = values;
  if (path === undefined) {
    if (processes !== undefined) return '--processes goes with --audit-log.';
    return paths.length > 0 ? { kind: 'events', paths } : 'Give --events FILE or --audit-log FILE.';
  }
  if (paths.length > 0) return 'Give either --events or --audit-log.';
  return { kind: 'audit_log', path, processes };
};

/** Reads the command line of `scan`, behind the program's name. */
export const parseScanCommand = (args: readonly string[]): ScanCommand => {
  try {
    const parsed = parseOptions(args);
    return parsed.values.help ? { kind: 'help' } : toRun(parsed);
  } catch (error) {
    return invalid(`${error instanceof Error ? error.message : String(error)}.`);
  }
};
