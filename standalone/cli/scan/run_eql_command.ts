import type { EqlFields } from '../../../common/eql/fields/eql_fields';
import { EqlError } from '../../../common/eql/errors/eql_error';
import { parseEql } from '../../../common/eql/parse_eql';
import type { SampleOptions } from '../../../common/eql/search/create_sample_search';
import { toEqlErrorReport } from '../../../common/eql/to_eql_error_report';
import { english } from '../../../common/i18n/english';
import { runCommand } from '../../../engines/command_line';
import { escapeControls } from '../../../engines/terminal';
import { searchFiles, type FileSearchResult } from '../../../engines/scan';
import type { ScanCommandPorts } from './command_ports';
import { createProgress } from './create_progress';
import { EQL_USAGE } from './eql_usage';
import { EXIT } from './exit_code';
import type { ExitCode } from './exit_code';
import { findInputs, toThreadCount } from './find_inputs';
import type { EventFiles } from './find_inputs';
import { formatQueryMistake } from './format_query_mistake';
import { formatIds, formatMatch, toIds } from './format_matches';
import { readMappings } from './read_mappings';
import { reportNothingRead } from './report/report_nothing_read';
import { reportReading, toAskedFields, toCount, type ReadSummary } from './report/report_reading';
import { reportWrongLines } from './report/report_wrong_lines';
import { findAbsentFields, sumReports } from './report/sum_reports';
import { toEqlRun, type EqlRun } from './to_eql_run';

/** Runs the `eql` command and gives its exit code. */
export const runEqlCommand = (args: readonly string[], ports: ScanCommandPorts): Promise<number> =>
  runCommand(EQL_USAGE, args, (given) => searchAll(toEqlRun(given), ports), ports);

const searchAll = async (command: EqlRun, ports: ScanCommandPorts): Promise<ExitCode> => {
  try {
    const fields = await readMappings(command.mappings);
    const inputs = await findInputs(command.events);
    const context: EqlContext = { command, ports, fields, inputs };
    if ('text' in command.query) return await runOne(command.query.text, context);
    return await runMany(command.query.file, context);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    ports.writeError(`${escapeControls(error.message)}\n`);
    return EXIT.unreadable;
  }
};

interface EqlContext {
  readonly command: EqlRun;
  readonly ports: ScanCommandPorts;
  readonly fields: EqlFields | undefined;
  readonly inputs: EventFiles;
}

interface QueryWishes {
  readonly size?: number | undefined;
  readonly maxSamplesPerKey?: number | undefined;
  readonly keepsText: boolean;
}

const runOne = async (text: string, context: EqlContext): Promise<ExitCode> => {
  const { command, ports } = context;
  const isOfIds = command.format === 'ids';
  try {
    const { matches, reports, asked } = await search(text, context, {
      size: command.size,
      keepsText: !isOfIds,
    });
    for (const match of matches) {
      ports.writeOut(`${isOfIds ? formatIds(match, command.idField) : formatMatch(match)}\n`);
    }
    reportWrongLines(reports, ports.writeError);
    reportNothingRead(reports, ports.writeError);
    const read = sumReports(reports);
    const absentFields = findAbsentFields(asked, reports);
    const found = toCount(matches.length, 'match', 'matches');
    reportReading({ ...read, found, absentFields }, ports.writeError);
    return read.events === 0 ? EXIT.unreadable : EXIT.ok;
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    ports.writeError(`${formatQueryMistake(error)}\n`);
    return EXIT.queryMistake;
  }
};

/** One line of JSON per query. Wrong lines are told once, since every query meets the same. */
const runMany = async (file: string, context: EqlContext): Promise<ExitCode> => {
  const { command, ports } = context;
  // Most searches are of one query and start faster without what reads a file of them.
  const { readQueryFile } = await import('./read_query_file');
  let reading: ReadSummary | undefined;
  let found = 0;
  for (const entry of await readQueryFile(file)) {
    const { name } = entry;
    if ('problem' in entry) {
      ports.writeOut(`${JSON.stringify({ name, error: entry.problem })}\n`);
      continue;
    }
    try {
      const { size = command.size, maxSamplesPerKey } = entry;
      const { matches, reports } = await search(entry.query, context, {
        size,
        maxSamplesPerKey,
        keepsText: false,
      });
      const ids = matches.map((match) => toIds(match, command.idField));
      ports.writeOut(`${JSON.stringify({ name, ids })}\n`);
      found += ids.length;
      if (reading === undefined) {
        reportWrongLines(reports, ports.writeError);
        reportNothingRead(reports, ports.writeError);
      }
      const { events, lines } = sumReports(reports);
      // A query with head may stop before the end of the files.
      if (events >= (reading?.events ?? 0))
        reading = { events, lines, found: '', absentFields: [] };
    } catch (error) {
      if (!(error instanceof EqlError)) throw error;
      ports.writeOut(`${JSON.stringify({ name, error: toEqlErrorReport(error, english) })}\n`);
    }
  }
  if (reading === undefined) return EXIT.ok;
  reportReading({ ...reading, found: toCount(found, 'match', 'matches') }, ports.writeError);
  return reading.events === 0 ? EXIT.unreadable : EXIT.ok;
};

const search = async (
  text: string,
  { command, ports, fields, inputs }: EqlContext,
  { size, maxSamplesPerKey, keepsText }: QueryWishes
): Promise<FileSearchResult & { readonly asked: readonly string[] }> => {
  const query = parseEql(text);
  const { timestampField, tiebreakerField, categoryField, idField, areEventsInOrder } = command;
  const options: SampleOptions = {
    ...(fields === undefined ? {} : { fields }),
    ...(timestampField === undefined ? {} : { timestampField }),
    ...(tiebreakerField === undefined ? {} : { tiebreakerField }),
    ...(categoryField === undefined ? {} : { categoryField }),
    ...(size === undefined ? {} : { size }),
    ...(maxSamplesPerKey === undefined ? {} : { maxSamplesPerKey }),
    areEventsInOrder,
  };
  const progress = createProgress(ports, inputs.size);
  try {
    const asked = toAskedFields(query, options);
    const result = await searchFiles({
      query,
      files: inputs.paths,
      options,
      wishes: { moreFields: [idField], keepsText },
      threads: toThreadCount(command.threads, inputs, ports.parallelism),
      onProgress: progress.update,
    });
    return { ...result, asked };
  } finally {
    progress.clear();
  }
};
