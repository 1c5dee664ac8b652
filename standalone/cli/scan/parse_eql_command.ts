import { parseArgs } from 'node:util';
import { STANDARD_INPUT } from '../../../engines/scan';

export const EQL_FORMATS = ['ndjson', 'ids'] as const;
export type EqlFormat = (typeof EQL_FORMATS)[number];

export interface EqlRun {
  readonly kind: 'run';
  /** One query, or a file with one per line. */
  readonly query: { readonly text: string } | { readonly file: string };
  readonly events: readonly string[];
  readonly mappings: readonly string[];
  readonly timestampField: string | undefined;
  readonly tiebreakerField: string | undefined;
  readonly categoryField: string | undefined;
  readonly idField: string;
  readonly size: number | undefined;
  readonly format: EqlFormat;
  readonly areEventsInOrder: boolean;
  /** Undefined to decide by the size of the files. */
  readonly threads: number | undefined;
}

export type EqlCommand =
  EqlRun | { readonly kind: 'help' } | { readonly kind: 'invalid'; readonly problem: string };

const DEFAULT_ID_FIELD = 'event.id';

const parseOptions = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      query: { type: 'string' },
      queries: { type: 'string' },
      events: { type: 'string', multiple: true, default: [] },
      mapping: { type: 'string', multiple: true, default: [] },
      'timestamp-field': { type: 'string' },
      tiebreaker: { type: 'string' },
      'category-field': { type: 'string' },
      'id-field': { type: 'string', default: DEFAULT_ID_FIELD },
      size: { type: 'string' },
      format: { type: 'string', default: 'ndjson' },
      'in-order': { type: 'boolean', default: false },
      threads: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

const invalid = (problem: string): EqlCommand => ({ kind: 'invalid', problem });

/** A whole number of at least `least`; undefined for anything else. */
export const parseCount = (text: string, least: number): number | undefined => {
  const value = Number(text);
  return /^[0-9]+$/.test(text) && Number.isSafeInteger(value) && value >= least ? value : undefined;
};

const toRun = ({ values, positionals }: ReturnType<typeof parseOptions>): EqlCommand => {
  const query = toQuery(values.query, values.queries);
  if (query === undefined) return invalid('Give either --query or --queries.');
  const events = [...values.events, ...positionals];
  if (events.length === 0) return invalid('Give --events FILE, or - for standard input.');
  if (events.includes(STANDARD_INPUT) && 'file' in query) {
    return invalid('Standard input can be read only once: use --query with it, or a file.');
  }
  const format = EQL_FORMATS.find((name) => name === values.format);
  if (format === undefined) return invalid(`--format takes ${EQL_FORMATS.join(' or ')}.`);
  const size = values.size === undefined ? undefined : parseCount(values.size, 0);
  if (values.size !== undefined && size === undefined)
    return invalid('--size takes a whole number.');
  const threads = values.threads === undefined ? undefined : parseCount(values.threads, 1);
  if (values.threads !== undefined && threads === undefined) {
    return invalid('--threads takes a whole number above 0.');
  }
  return {
    kind: 'run',
    query,
    events,
    mappings: values.mapping,
    timestampField: values['timestamp-field'],
    tiebreakerField: values.tiebreaker,
    categoryField: values['category-field'],
    idField: values['id-field'],
    size,
    format,
    areEventsInOrder: values['in-order'],
    threads,
  };
};

const toQuery = (
  text: string | undefined,
  file: string | undefined
): EqlRun['query'] | undefined => {
  if (text !== undefined) return file === undefined ? { text } : undefined;
  return file === undefined ? undefined : { file };
};

/** Reads the command line of `eql`, behind the program's name. */
export const parseEqlCommand = (args: readonly string[]): EqlCommand => {
  try {
    const parsed = parseOptions(args);
    return parsed.values.help ? { kind: 'help' } : toRun(parsed);
  } catch (error) {
    return invalid(`${error instanceof Error ? error.message : String(error)}.`);
  }
};
