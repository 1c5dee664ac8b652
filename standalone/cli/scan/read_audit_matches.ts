import { hostname } from 'node:os';
import type { EqlQuery } from '../../../common/eql/ast';
import { createEventSearch } from '../../../common/eql/search/create_event_search';
import type { SearchOptions } from '../../../common/eql/search/search_options';
import type { SourceEvent } from '../../../common/event/source_event';
import {
  type AuditStats,
  createAuditReader,
  readAuditFile,
  readProcessList,
} from '../../../engines/audit_log';
import { PROCESS_EVENTS_INDEX } from '../../sources/audit/to_reader_options';

interface AuditMatches {
  readonly events: readonly SourceEvent[];
  readonly stats: Readonly<AuditStats>;
}

/**
 * Runs a query over a whole audit log.
 * @param processes file with the processes that were running when the log began, if there is one
 * @throws EqlError when the query has a mistake; other Errors when a file can't be read
 */
export const readAuditMatches = async (
  query: EqlQuery,
  options: SearchOptions,
  path: string,
  processes: string | undefined
): Promise<AuditMatches> => {
  const search = createEventSearch<SourceEvent>(query, options);
  const host = hostname();
  const reader = createAuditReader({
    index: PROCESS_EVENTS_INDEX,
    hostId: host,
    hostName: host,
    agentId: host,
    ...(processes === undefined ? {} : { processes: await readProcessList(processes) }),
  });
  for await (const event of readAuditFile(path, reader)) search.add(event);
  return { events: search.finish(), stats: reader.stats };
};
