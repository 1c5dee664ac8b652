import { webServerRule } from '../../../common/rule/web_server_rule';
import { UsageError, type Given } from '../../../engines/command_line';
import type { SCAN_USAGE } from './scan_usage';

type ScanGiven = Given<(typeof SCAN_USAGE)['options']>;

export interface AuditLogInput {
  readonly path: string;
  readonly processes: string | undefined;
  /** Of the machine the log is from, where it names none. */
  readonly hostName: string | undefined;
}

export interface ScanRun {
  readonly input:
    | { readonly kind: 'events'; readonly paths: readonly string[] }
    | ({ readonly kind: 'audit_log' } & AuditLogInput);
  /** Id of the rule. */
  readonly rule: ScanGiven['values']['rule'];
  /** Undefined for the query of the rule. */
  readonly query: string | undefined;
  readonly size: number | undefined;
  readonly format: ScanGiven['values']['format'];
  /** Undefined to decide by the size of the files. */
  readonly threads: number | undefined;
}

/**
 * What the command line of `scan` asks for.
 * @throws UsageError for options that are missing or don't go together
 */
export const toScanRun = ({ values, rest }: ScanGiven): ScanRun => {
  const { rule, query, size, format, threads } = values;
  if (query !== undefined && rule !== webServerRule.id) {
    throw new UsageError(`--query goes with the rule ${webServerRule.id} alone.`);
  }
  return {
    input: toInput(values, [...values.events, ...rest]),
    rule,
    query,
    size,
    format,
    threads,
  };
};

const toInput = (
  { 'audit-log': path, processes, 'host-name': hostName }: ScanGiven['values'],
  paths: readonly string[]
): ScanRun['input'] => {
  if (path === undefined) {
    if (processes !== undefined) throw new UsageError('--processes goes with --audit-log.');
    if (hostName !== undefined) throw new UsageError('--host-name goes with --audit-log.');
    if (paths.length > 0) return { kind: 'events', paths };
    throw new UsageError('Give --events FILE or --audit-log FILE.');
  }
  if (paths.length > 0) throw new UsageError('Give either --events or --audit-log.');
  return { kind: 'audit_log', path, processes, hostName };
};
