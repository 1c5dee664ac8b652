import type { LocalOsquery } from '../../../engines/osquery';
import { escapeControls } from '../../../engines/terminal';
import { formatRows } from './format_rows';
import { formatTables } from './format_tables';
import { parseCommand, type Command } from './parse_command';

export interface OsqueryCommandPorts {
  /** Called only if a query is to run or tables are listed; closed again before the command ends. */
  readonly createOsquery: () => LocalOsquery;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly isTerminal: boolean;
  /** Ends the query. */
  readonly signal: AbortSignal;
}

const EXIT = { ok: 0, failed: 1, usage: 2, timedOut: 3, cancelled: 130 } as const;
const MS_PER_SECOND = 1000;

const HELP = `Runs one SELECT over the tables of this machine, as Osquery does.

  npm run --silent osquery -- "SELECT pid, name FROM processes WHERE uid = 33"

  --format table|json|csv   table is the default
  --timeout SECONDS         10 is the default
  --max-rows N              10000 is the default; more rows are cut off, with a note on stderr
  --tables                  lists the tables and their columns
  --help

osqueryi answers where it is on the PATH, else SQLite over this program's own tables, with Osquery's functions
(split, regex_match, in_cidr_block, community_id_v1, from_base64, sha256, version_compare and so on).
Control characters in values are shown escaped (CSV: on a terminal only). CSV is RFC 4180; a value that a
spreadsheet would take for a formula gets a ' in front.

Exit: 0 rows printed, also if none or cut off · 1 the query failed · 2 wrong usage · 3 timed out · 130 interrupted
`;

const runQuery = async (
  { sql, format, timeoutMs, maxRows }: Extract<Command, { kind: 'run' }>,
  osquery: LocalOsquery,
  { writeOut, writeError, isTerminal, signal }: OsqueryCommandPorts
): Promise<number> => {
  const outcome = await osquery.run(sql, { timeoutMs, maxRows, signal });
  switch (outcome.kind) {
    case 'rows':
      writeOut(formatRows(outcome, format, isTerminal));
      if (outcome.truncated) {
        writeError(`Cut off after ${outcome.rows.length} rows: there are more.\n`);
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
export const runCommand = async (
  args: readonly string[],
  ports: OsqueryCommandPorts
): Promise<number> => {
  const command = parseCommand(args);
  if (command.kind === 'help') {
    ports.writeOut(HELP);
    return EXIT.ok;
  }
  if (command.kind === 'invalid') {
    ports.writeError(`${escapeControls(command.problem)} See --help.\n`);
    return EXIT.usage;
  }
  const osquery = ports.createOsquery();
  try {
    if (command.kind === 'run') return await runQuery(command, osquery, ports);
    ports.writeOut(formatTables(osquery.tables()));
    return EXIT.ok;
  } finally {
    await osquery.close();
  }
};
