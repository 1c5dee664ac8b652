import type { EqlQuery } from '../../../common/eql/ast';
import { EqlError } from '../../../common/eql/errors/eql_error';
import { parseEql } from '../../../common/eql/parse_eql';
import type { SearchOptions } from '../../../common/eql/search/search_options';
import { findText } from '../../../common/event/get_values';
import type { SourceEvent } from '../../../common/event/source_event';
import { getRuleDefinition } from '../../../common/rule/get_rule_definition';
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
import { reportAuditLog } from './report/report_audit_log';
import { reportNothingRead } from './report/report_nothing_read';
import { reportReading, toAskedFields, toCount, type ReadSummary } from './report/report_reading';
import { reportWrongLines } from './report/report_wrong_lines';
import { SCAN_USAGE } from './scan_usage';
import { findAbsentFields, sumReports } from './report/sum_reports';
import { toFileAlert } from './to_file_alert';
import { STARTS_QUERY, toTreeFileAlerts } from './to_tree_file_alerts';
import { toScanRun, type AuditLogInput, type ScanRun } from './to_scan_run';

/** Runs the `scan` command and gives its exit code. */
export const runScanCommand = (args: readonly string[], ports: ScanCommandPorts): Promise<number> =>
  runCommand(SCAN_USAGE, args, (given) => scan(toScanRun(given), ports), ports);

const scan = async (command: ScanRun, ports: ScanCommandPorts): Promise<ExitCode> => {
  try {
    const rule = getRuleDefinition(command.rule);
    const isOfTrees = rule.unit === 'tree';
    const query = parseEql(command.query ?? (isOfTrees ? STARTS_QUERY : rule.query));
    const { events, read, absentFields, isUnreadable } = await findMatches(
      query,
      // The size is of alerts, and which events become one shows when all are read.
      isOfTrees ? { ...command, size: undefined } : command,
      ports
    );
    const all = isOfTrees
      ? toTreeFileAlerts(events, rule)
      : events.map((event) => toFileAlert(event, rule));
    const alerts = all.slice(Math.max(0, all.length - (command.size ?? all.length)));
    if (command.format === 'table') ports.writeOut(formatAlertTable(alerts));
    else for (const alert of alerts) ports.writeOut(`${formatAlertLine(alert)}\n`);
    const found = toCount(alerts.length, 'alert');
    reportReading({ ...read, found, absentFields }, ports.writeError);
    return isUnreadable ? EXIT.unreadable : EXIT.ok;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isMistake = error instanceof EqlError;
    const text = isMistake ? formatQueryMistake(error) : escapeControls(error.message);
    ports.writeError(`${text}\n`);
    return isMistake ? EXIT.queryMistake : EXIT.unreadable;
  }
};

/** What an answer of an API that is no search response lacks, a list of settings, and whatever else is JSON. */
const EVERY_EVENT = ['@timestamp', 'event.category'];

interface Scanned {
  readonly events: readonly SourceEvent[];
  readonly read: Pick<ReadSummary, 'events' | 'lines'>;
  readonly absentFields: readonly string[];
  /** Nothing at all could be read, so that no alerts mean nothing. */
  readonly isUnreadable: boolean;
}

const findMatches = async (
  query: EqlQuery,
  { input, size, threads }: ScanRun,
  ports: ScanCommandPorts
): Promise<Scanned> => {
  const options = { tiebreakerField: 'event.sequence', ...(size === undefined ? {} : { size }) };
  if (input.kind === 'audit_log') return scanAuditLog(query, options, input, ports);
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
    reportNothingRead(reports, ports.writeError);
    const read = sumReports(reports);
    const absentFields = findAbsentFields(toAskedFields(query, options), reports);
    const isForeign = EVERY_EVENT.every((field) => absentFields.includes(field));
    if (read.events > 0 && isForeign) {
      ports.writeError(
        `nothing that was read is an event: all lack ${EVERY_EVENT.join(' and ')}\n`
      );
    }
    return {
      events: matches.flatMap(({ events }) => events.flatMap(toWholeEvent)),
      read,
      absentFields,
      isUnreadable: read.events === 0 || isForeign,
    };
  } finally {
    progress.clear();
  }
};

const scanAuditLog = async (
  query: EqlQuery,
  options: SearchOptions,
  input: AuditLogInput,
  { writeError }: ScanCommandPorts
): Promise<Scanned> => {
  const found = await readAuditMatches(query, options, input);
  const { stats } = found;
  reportAuditLog(input.path, stats, writeError);
  const isCut =
    stats.strayRecords > 0 ||
    stats.malformed.some(({ problem }) => problem === 'incomplete_syscall');
  if (found.lacksHostName) {
    writeError(
      `${escapeControls(input.path)} does not say which machine it is from: name it with --host-name NAME\n`
    );
  }
  return {
    ...found,
    read: { events: stats.execs, lines: stats.lines },
    // Execs of which no event could be made are no reason to say that nothing was found.
    isUnreadable: stats.records === 0 || (stats.execs === 0 && isCut),
  };
};

/** The scan read no more than the query needed; an alert shows all of its event. */
const toWholeEvent = (event: ScannedEvent | null): SourceEvent[] => {
  if (event === null) return [];
  const parsed = parseEventLine(event.text ?? '');
  const { _id, _index, ...source } = parsed.kind === 'event' ? parsed.source : event.source;
  const place = findText(source, 'event.id') ?? `${event.file}:${event.line}`;
  return [
    {
      index: typeof _index === 'string' ? _index : event.file,
      id: typeof _id === 'string' ? _id : place,
      source,
    },
  ];
};
