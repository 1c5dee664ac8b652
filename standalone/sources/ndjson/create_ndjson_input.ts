import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import type { EventInput } from '../event_input';
import { findEventFiles } from './find_event_files';
import type { LineProblem } from './parse_export_line';
import { readEventFile, type FileReport } from './read_event_file';

/** Reads a file of events, or a directory of them, to the end. */
export const createNdjsonInput = (path: string, logger: Logger): EventInput => ({
  async *read(findPosition, signal) {
    const files = await findEventFiles(path);
    if (files.length === 0) logger.warn(toNoFiles(path));
    for (const file of files) {
      const report: FileReport = { lines: 0, events: 0, badLines: 0, problems: [] };
      try {
        for await (const batch of readEventFile(file, findPosition(file), report)) {
          if (signal.aborted) return;
          yield batch;
        }
      } catch (error) {
        // The other files are of use without it.
        logger.warn(toBroken(error));
      }
      log(file, report, logger);
    }
  },
});

const toNoFiles = (path: string): string =>
  i18n.translate('webServerRce.standalone.ndjson.noFiles', {
    defaultMessage: '{path} holds no event files (.ndjson, .jsonl, or one of these with .gz).',
    values: { path },
  });

const toBroken = (error: unknown): string =>
  i18n.translate('webServerRce.standalone.ndjson.broken', {
    defaultMessage: 'Reading ended before the end of the file: {reason}',
    values: { reason: error instanceof Error ? error.message : String(error) },
  });

const toNothing = (file: string): string =>
  i18n.translate('webServerRce.standalone.ndjson.nothing', {
    defaultMessage:
      'Nothing in {file} could be read: it holds no events as JSON. An audit log is given with --audit-log.',
    values: { file },
  });

const log = (file: string, report: FileReport, logger: Logger): void => {
  logger.info(
    i18n.translate('webServerRce.standalone.ndjson.read', {
      defaultMessage:
        '{file}: {events, plural, one {# event} other {# events}} of {lines, plural, one {# line} other {# lines}} read.',
      values: { file, events: report.events, lines: report.lines },
    })
  );
  const isUseless = report.events === 0 && (report.lines === 0 || report.badLines > 0);
  if (isUseless) logger.warn(toNothing(file));
  if (report.badLines === 0) return;
  const lines = report.problems.map(({ line, problem }) => `${line} (${PROBLEMS[problem]()})`);
  logger.warn(
    i18n.translate('webServerRce.standalone.ndjson.badLines', {
      defaultMessage:
        '{file}: {count, plural, one {# line was} other {# lines were}} passed over, first of all line {lines}.',
      values: { file, count: report.badLines, lines: lines.join(', ') },
    })
  );
};

const PROBLEMS: Record<LineProblem, () => string> = {
  too_long: () =>
    i18n.translate('webServerRce.standalone.ndjson.tooLong', {
      defaultMessage: 'longer than 16 MiB',
    }),
  not_json: () =>
    i18n.translate('webServerRce.standalone.ndjson.notJson', { defaultMessage: 'not JSON' }),
  not_an_object: () =>
    i18n.translate('webServerRce.standalone.ndjson.notAnObject', {
      defaultMessage: 'not a JSON object',
    }),
  too_deep: () =>
    i18n.translate('webServerRce.standalone.ndjson.tooDeep', {
      defaultMessage: 'nested deeper than 100 levels',
    }),
  no_timestamp: () =>
    i18n.translate('webServerRce.standalone.ndjson.noTimestamp', {
      defaultMessage: 'no date in @timestamp',
    }),
};
