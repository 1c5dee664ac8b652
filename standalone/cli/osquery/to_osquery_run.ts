import { UsageError, type Given } from '../../../engines/command_line';
import type { OSQUERY_USAGE } from './osquery_usage';

type OsqueryGiven = Given<(typeof OSQUERY_USAGE)['options']>;

export type Format = OsqueryGiven['values']['format'];

export type OsqueryRun =
  | { readonly kind: 'tables' }
  | {
      readonly kind: 'query';
      readonly sql: string;
      readonly format: Format;
      readonly timeoutMs: number;
      readonly maxRows: number;
    };

/**
 * What the command line of `osquery` asks for.
 * @throws UsageError unless there is one query
 */
export const toOsqueryRun = ({ values, rest }: OsqueryGiven): OsqueryRun => {
  if (values.tables) return { kind: 'tables' };
  const [sql, ...others] = rest;
  if (sql === undefined || others.length > 0) throw new UsageError('Give one query, in quotes.');
  const { format, timeout: timeoutMs, 'max-rows': maxRows } = values;
  return { kind: 'query', sql, format, timeoutMs, maxRows };
};
