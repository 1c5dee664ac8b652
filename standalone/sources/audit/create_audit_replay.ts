import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { findText } from '../../../common/event/get_values';
import type { SourceEvent } from '../../../common/event/source_event';
import { createAuditReader, readAuditFile, readProcessList } from '../../../engines/audit_log';
import type { LocalAgent } from '../../kibana/osquery/local_agent';
import type { EventInput } from '../event_input';
import type { AuditReplayOption } from '../input_option';
import { createLogCountsReport } from './create_log_counts_report';
import { toReaderOptions } from './to_reader_options';

const BATCH_SIZE = 1000;

/** Reads a recorded audit log to its end. Its events name the machine they are from, and say that they are replayed. */
export const createAuditReplay = (
  { path, processes, hostName }: AuditReplayOption,
  agent: LocalAgent,
  logger: Logger
): EventInput => ({
  async *read(_findPosition, signal) {
    const reader = createAuditReader({
      ...toReaderOptions(agent),
      hostId: hostName ?? 'audit-log',
      hostName,
      labels: { replayed: 'true' },
      readAt: Date.now(),
      processes: await readProcessList(processes),
    });
    let events: SourceEvent[] = [];
    let lacksHostName = false;
    for await (const event of readAuditFile(path, reader)) {
      if (signal.aborted) return;
      lacksHostName ||= findText(event.source, 'host.name') === undefined;
      events.push(event);
      if (events.length < BATCH_SIZE) continue;
      yield { events, mayRepeat: true };
      events = [];
    }
    if (events.length > 0) yield { events, mayRepeat: true };
    createLogCountsReport(path, logger)(reader.stats);
    logger.info(toRead(path, reader.stats.execs, reader.stats.lines));
    logger.warn(toReplayed(path));
    if (lacksHostName) logger.warn(toNameless(path));
  },
});

const toRead = (path: string, events: number, lines: number): string =>
  i18n.translate('webServerRce.standalone.audit.read', {
    defaultMessage:
      '{path}: {events, plural, one {# event} other {# events}} of {lines, plural, one {# line} other {# lines}}.',
    values: { path, events, lines },
  });

const toReplayed = (path: string): string =>
  i18n.translate('webServerRce.standalone.audit.replayed', {
    defaultMessage:
      '{path} is replayed: if it is from another machine, Osquery’s rows are not that machine’s but this one’s.',
    values: { path },
  });

const toNameless = (path: string): string =>
  i18n.translate('webServerRce.standalone.audit.nameless', {
    defaultMessage: '{path} does not say which machine it is from: name it with --host-name NAME.',
    values: { path },
  });
