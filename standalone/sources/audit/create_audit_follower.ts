import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import {
  EventMaker,
  findLogBeginning,
  followInThread,
  type LogStart,
  type LogPosition,
  readProcProcesses,
} from '../../../engines/audit_log';
import { createMachineFiles } from '../../../engines/machine';
import type { LocalAgent } from '../../kibana/osquery/local_agent';
import type { EventInput } from '../event_input';
import { createLogCountsReport } from './create_log_counts_report';
import { toReaderOptions } from './to_reader_options';

/** Enough of the log before the start to know again which processes it speaks of. */
const WARM_UP_BYTES = 4 * 1024 * 1024;

/** Follows this machine's audit log from where the last run stopped; the first run takes all that the file holds. */
export const createAuditFollower = (
  path: string,
  agent: LocalAgent,
  logger: Logger
): EventInput => ({
  async *read(findPosition, signal) {
    const processes = readProcProcesses(createMachineFiles());
    const known = findPosition(path) as LogPosition | undefined;
    const position = known ?? (await findLogBeginning(path));
    if (!known && position) yield { events: [], position: { source: path, position } };
    const maker = new EventMaker({
      ...toReaderOptions(agent),
      processes: processes.list(),
      findRunningProcess: processes.find,
    });
    const start: LogStart = { path, position, startAt: 'beginning', warmUpBytes: WARM_UP_BYTES };
    const reportCounts = createLogCountsReport(path, logger);
    const batches = followInThread({ start, options: { userNames: processes.userNames } }, signal);
    for await (const { entries, position: reached, isBehind, mayHaveMissed, counts } of batches) {
      if (mayHaveMissed) logger.warn(toMissed(path));
      reportCounts(counts);
      const events = maker.make(entries);
      if (reached) yield { events, isBehind, position: { source: path, position: reached } };
    }
  },
});

const toMissed = (path: string): string =>
  i18n.translate('webServerRce.standalone.audit.missed', {
    defaultMessage:
      '{path} was rotated or truncated faster than it was read: events may be missing.',
    values: { path },
  });
