import type { SourceEvent } from '../../common/event/source_event';
import type { Adapters } from '../../server/ports/adapters';
import { createMemoryRunStore } from './memory_run_store';
import type { EventSearch } from '../../server/ports/event_reader';
import { createEqlEventReader } from './eql_event_reader';
import { createMemoryAlertWriter } from './memory_alert_writer';

/** The executor's ports in memory: every event given is a match, and storing can be made to fail. */
export const createMemoryAdapters = (
  events: readonly SourceEvent[],
  mostAlerts = 1000,
  storesAfterRun = false
) => {
  const { reader } = createEqlEventReader(events);
  const { writer, ...alerts } = createMemoryAlertWriter({ mostAlerts, storesAfterRun });
  const searches: EventSearch[] = [];
  const runs = createMemoryRunStore();
  const unused = (): Promise<never> =>
    Promise.reject(new Error('the executor asks for nothing of a request'));
  const search = (asked: EventSearch): Promise<readonly SourceEvent[]> => {
    searches.push(asked);
    return reader.search({ ...asked, query: 'any where true', indexPatterns: ['*'] });
  };
  const adapters: Adapters = {
    createEventReader: () => ({ search }),
    createAlertWriter: () => writer,
    createRequestReader: () => ({
      find: async () => ({ requests: [], isCut: false, logs: [], unread: [] }),
    }),
    getAlertStore: unused,
    getEventReader: unused,
    getEventSurveyor: unused,
    getReadinessProbe: unused,
    getRequestReader: unused,
    getTriageStore: unused,
    getRunStore: () => runs,
    evidenceTaker: { take: unused },
    evidenceSwitch: { isOn: unused, set: unused },
    mayRunLiveQueries: unused,
    findUserName: unused,
    findPeople: unused,
    getSpaceId: async () => 'default',
  };
  return { adapters, search, searches, runs, ...alerts };
};
