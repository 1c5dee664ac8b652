import type { LocalOsquery, QueryOutcome } from '../../../engines/osquery';
import { runCommand, type CommandOutput } from '../../../engines/command_line';
import { escapeControls } from '../../../engines/terminal';
import { formatRows } from './format_rows';
import { formatTables } from './format_tables';
import { OSQUERY_USAGE } from './osquery_usage';
import { toOsqueryRun, type OsqueryRun } from './to_osquery_run';

export interface OsqueryCommandPorts extends CommandOutput {
  /** Called only if a query is to run or tables are listed; closed again before the command ends. */
  readonly createOsquery: () => LocalOsquery;
  readonly isTerminal: boolean;
  /** Ends the query. */
  readonly signal: AbortSignal;
}

const EXIT = { ok: 0, failed: 1, timedOut: 3, cancelled: 130 } as const;
const MS_PER_SECOND = 1000;

const runQuery = async (
  { sql, format, timeoutMs, maxRows }: Extract<OsqueryRun, { kind: 'query' }>,
  osquery: LocalOsquery,
  { writeOut, writeError, isTerminal, signal }: OsqueryCommandPorts
): Promise<number> => {
  const outcome = await osquery.run(sql, { timeoutMs, maxRows, signal });
  switch (outcome.kind) {
    case 'rows':
      writeOut(formatRows(outcome, format, isTerminal));
      if (outcome.truncated) {
        writeError(`${toCutText(outcome)}\n`);
      }
      return EXIT.ok;
    case 'failed':
      writeError(`Error: ${escapeControls(outcome.message)}\n`);
      return EXIT.failed;
    case 'timed_out':
      writeError(`Stopped after ${outcome.afterMs / MS_PER_SECOND} s.\n`);
      return EXIT.timedOut;
    case 'cancelled':
      writeError('Interrupted.\n');
      return EXIT.cancelled;
  }
};

/** Runs the `osquery` command and gives its exit code. */
export const runOsqueryCommand = (
  args: readonly string[],
  ports: OsqueryCommandPorts
): Promise<number> =>
  runCommand(OSQUERY_USAGE, args, (given) => answer(toOsqueryRun(given), ports), ports);

const answer = async (run: OsqueryRun, ports: OsqueryCommandPorts): Promise<number> => {
  const osquery = ports.createOsquery();
  try {
    if (run.kind === 'query') return await runQuery(run, osquery, ports);
    ports.writeOut(formatTables(osquery.tables()));
    return EXIT.ok;
  } finally {
    await osquery.close();
  }
};

const toCutText = ({
  rows,
  total,
  isTotalExact,
}: Extract<QueryOutcome, { kind: 'rows' }>): string =>
  isTotalExact
    ? `Cut off: the first ${rows.length} of ${total} rows.`
    : `Cut off: the first ${rows.length} of more than ${total} rows.`;
