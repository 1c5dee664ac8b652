import type { EqlQuery } from '../../../common/eql/ast';
import { EqlError } from '../../../common/eql/errors/eql_error';
import { parseEql } from '../../../common/eql/parse_eql';
import { findText } from '../../../common/event/get_values';
import type { SourceEvent } from '../../../common/event/source_event';
import { webServerRule } from '../../../common/rule/rule';
import { runCommand } from '../../../engines/command_line';
import { escapeControls } from '../../../engines/terminal';
import { parseEventLine, type ScannedEvent, searchFiles } from '../../../engines/scan';
import type { ScanCommandPorts } from './command_ports';
import { createProgress } from './create_progress';
import { EXIT } from './exit_code';
import type { ExitCode } from './exit_code';
import { findInputs, toThreadCount } from './find_inputs';
import { formatAlertLine, formatAlertTable } from './format_alerts';
import { formatQueryMistake } from './format_query_mistake';
import { readAuditMatches } from './read_audit_matches';
import { reportMalformedLines, reportWrongLines } from './report_wrong_lines';
import { SCAN_USAGE } from './scan_usage';
import { toScanRun, type ScanRun } from './to_scan_run';

/** Runs the `scan` command and gives its exit code. */
export const runScanCommand = (args: readonly string[], ports: ScanCommandPorts): Promise<number> =>
  runCommand(SCAN_USAGE, args, (given) => scan(toScanRun(given), ports), ports);

const scan = async (command: ScanRun, ports: ScanCommandPorts): Promise<ExitCode> => {
  try {
    const query = parseEql(command.query ?? webServerRule.query);
    const events = await findMatches(query, command, ports);
    if (command.format === 'table') ports.writeOut(formatAlertTable(events));
    else for (const event of events) ports.writeOut(`${formatAlertLine(event)}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isMistake = error instanceof EqlError;
    const text = isMistake ? formatQueryMistake(error) : escapeControls(error.message);
    ports.writeError(`${text}\n`);
    return isMistake ? EXIT.queryMistake : EXIT.unreadable;
  }
};

const findMatches = async (
  query: EqlQuery,
  { input, size, threads }: ScanRun,
  ports: ScanCommandPorts
): Promise<readonly SourceEvent[]> => {
  const options = { tiebreakerField: 'event.sequence', ...(size === undefined ? {} : { size }) };
  if (input.kind === 'audit_log') {
    const found = await readAuditMatches(query, options, input.path, input.processes);
    reportMalformedLines(input.path, found.stats, ports.writeError);
    return found.events;
  }
  if (query.statement.kind !== 'filter') {
    const values = { wanted: 'event query' };
    throw new EqlError(query.text, query.statement.range, 'query_of_other_kind', { values });
  }
  const inputs = await findInputs(input.paths);
  const progress = createProgress(ports, inputs.size);
  try {
    const { matches, reports } = await searchFiles({
      query,
      files: inputs.paths,
      options,
      wishes: { moreFields: [], keepsText: true },
      threads: toThreadCount(threads, inputs, ports.parallelism),
      onProgress: progress.update,
    });
    progress.clear();
    reportWrongLines(reports, ports.writeError);
    return matches.flatMap(({ events }) => events.flatMap(toWholeEvent));
  } finally {
    progress.clear();
  }
};

/** The scan read no more than the query needed; an alert shows all of its event. */
const toWholeEvent = (event: ScannedEvent | null): SourceEvent[] => {
  if (event === null) return [];
  const parsed = parseEventLine(event.text ?? '');
  const source = parsed.kind === 'event' ? parsed.source : event.source;
  const id = findText(source, 'event.id') ?? `${event.file}:${event.line}`;
  return [{ index: event.file, id, source }];
};
