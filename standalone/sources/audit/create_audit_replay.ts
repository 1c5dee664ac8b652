import { createAuditReader, readAuditFile, readProcessList } from '../../../engines/audit_log';
import type { LocalAgent } from '../../kibana/osquery/local_agent';
import type { SourceEvent } from '../../../common/event/source_event';
import type { EventInput } from '../event_input';
import { toReaderOptions } from './to_reader_options';

const BATCH_SIZE = 1000;

/**
 * Reads a recorded audit log to its end.
 * @param processes file with the processes that were running when the recording began
 */
export const createAuditReplay = (
  path: string,
  processes: string,
  agent: LocalAgent
): EventInput => ({
  async *read(_findPosition, signal) {
    const reader = createAuditReader({
      ...toReaderOptions(agent),
      processes: await readProcessList(processes),
    });
    let events: SourceEvent[] = [];
    for await (const event of readAuditFile(path, reader)) {
      if (signal.aborted) return;
      events.push(event);
      if (events.length < BATCH_SIZE) continue;
      yield { events, mayRepeat: true };
      events = [];
    }
    if (events.length > 0) yield { events, mayRepeat: true };
  },
});
