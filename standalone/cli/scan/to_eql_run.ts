import { UsageError, type Given } from '../../../engines/command_line';
import { STANDARD_INPUT } from '../../../engines/scan';
import type { EQL_USAGE } from './eql_usage';

type EqlGiven = Given<(typeof EQL_USAGE)['options']>;

export interface EqlRun {
  /** One query, or a file with one per line. */
  readonly query: { readonly text: string } | { readonly file: string };
  readonly events: readonly string[];
  readonly mappings: readonly string[];
  readonly timestampField: string | undefined;
  readonly tiebreakerField: string | undefined;
  readonly categoryField: string | undefined;
  readonly idField: string;
  readonly size: number | undefined;
  readonly format: EqlGiven['values']['format'];
  readonly areEventsInOrder: boolean;
  /** Undefined to decide by the size of the files. */
  readonly threads: number | undefined;
}

/**
 * What the command line of `eql` asks for.
 * @throws UsageError for options that are missing or don't go together
 */
export const toEqlRun = ({ values, rest }: EqlGiven): EqlRun => {
  const query = toQuery(values);
  const events = [...values.events, ...rest];
  if (events.length === 0) {
    throw new UsageError('Give --events FILE, or - for standard input.');
  }
  if (events.includes(STANDARD_INPUT) && 'file' in query) {
    throw new UsageError('Standard input can be read only once: use --query with it, or a file.');
  }
  return {
    query,
    events,
    mappings: values.mapping,
    timestampField: values['timestamp-field'],
    tiebreakerField: values.tiebreaker,
    categoryField: values['category-field'],
    idField: values['id-field'],
    size: values.size,
    format: values.format,
    areEventsInOrder: values['in-order'],
    threads: values.threads,
  };
};

const toQuery = ({ query: text, queries: file }: EqlGiven['values']): EqlRun['query'] => {
  if (text !== undefined && file === undefined) return { text };
  if (file !== undefined && text === undefined) return { file };
  throw new UsageError('Give either --query or --queries.');
};
