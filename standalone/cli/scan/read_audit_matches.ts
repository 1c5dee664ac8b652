import { hostname } from 'node:os';
import type { EqlQuery } from '../../../common/eql/ast';
import { createEventSearch } from '../../../common/eql/search/create_event_search';
import type { SearchOptions } from '../../../common/eql/search/search_options';
import { findText, getValues } from '../../../common/event/get_values';
import type { SourceEvent } from '../../../common/event/source_event';
import {
  type AuditStats,
  createAuditReader,
  readAuditFile,
  readProcessList,
} from '../../../engines/audit_log';
import { PROCESS_EVENTS_INDEX } from '../../sources/audit/to_reader_options';
import { toAskedFields } from './report/report_reading';
import type { AuditLogInput } from './to_scan_run';

interface AuditMatches {
  readonly events: readonly SourceEvent[];
  readonly stats: Readonly<AuditStats>;
  /** Fields of the query that no event had. */
  readonly absentFields: readonly string[];
  /** Whether there are events that say of no host where they happened. */
  readonly lacksHostName: boolean;
}

/** Where a machine keeps its own log; any other file may be of another machine. */
const OWN_LOGS = '/var/log/audit/';

/**
 * Runs a query over a whole audit log.
 * @throws EqlError when the query has a mistake; other Errors when a file can't be read
 */
export const readAuditMatches = async (
  query: EqlQuery,
  options: SearchOptions,
  { path, processes, hostName }: AuditLogInput
): Promise<AuditMatches> => {
  const search = createEventSearch<SourceEvent>(query, options);
  const host = hostName ?? (path.startsWith(OWN_LOGS) ? hostname() : undefined);
  const id = host ?? 'audit-log';
  const reader = createAuditReader({
    index: PROCESS_EVENTS_INDEX,
    hostId: id,
    hostName: host,
    agentId: id,
    readAt: Date.now(),
    ...(processes === undefined ? {} : { processes: await readProcessList(processes) }),
  });
  const absent = new Set(toAskedFields(query, options));
  let lacksHostName = false;
  for await (const event of readAuditFile(path, reader)) {
    for (const field of absent) {
      if (getValues(event.source, field).length > 0) absent.delete(field);
    }
    if (host === undefined) lacksHostName ||= findText(event.source, 'host.name') === undefined;
    search.add(event);
  }
  return { events: search.finish(), stats: reader.stats, absentFields: [...absent], lacksHostName };
};
