import type { NewAlert } from '../../common/alert/to_alert';
import type { SourceEvent } from '../../common/event/source_event';
import { findEventTime } from '../../common/time/event_time';
import type { Adapters } from '../../server/ports/adapters';
import type { EventSearch } from '../../server/ports/event_reader';

/** The executor's ports in memory: every event given is a match, and storing can be made to fail. */
export const createMemoryAdapters = (
  events: readonly SourceEvent[],
  mostAlerts = 1000,
  storesAfterRun = false
) => {
  const stored = new Map<string, NewAlert>();
  const reported: NewAlert[] = [];
  const searches: EventSearch[] = [];
  const timeOf = (event: SourceEvent, field: string): string =>
    findEventTime(event.source, field) ?? '';
  const unused = (): Promise<never> =>
    Promise.reject(new Error('the executor asks for nothing of a request'));
  const search = async (asked: EventSearch): Promise<SourceEvent[]> => {
    searches.push(asked);
    const { from, to, timestampField, except } = asked;
    return events
      .filter((event) => {
        const time = timeOf(event, timestampField);
        const isExcepted = except?.get(event.index)?.has(event.id) ?? false;
        return time >= from && time < to && !isExcepted;
      })
      .sort((a, b) => (timeOf(a, timestampField) < timeOf(b, timestampField) ? -1 : 1))
      .slice(0, asked.size);
  };
  const adapters: Adapters = {
    createEventReader: () => ({ search }),
    createAlertWriter: () => ({
      mostAlerts,
      storesAfterRun,
      findStoredIds: async (ids) => new Set(ids.filter((id) => stored.has(id))),
      report: (alert) => {
        reported.push(alert);
      },
    }),
    getAlertStore: unused,
    getEventReader: unused,
    getEventSurveyor: unused,
    getRequestReader: unused,
    getTriageStore: unused,
    findUserName: unused,
    getSpaceId: async () => 'default',
  };
  return {
    adapters,
    search,
    searches,
    reported,
    stored,
    /** What alerting does after the run; leave it out to lose the alerts. */
    storeReported: () => {
      for (const alert of reported) stored.set(alert.instanceId, alert);
      reported.length = 0;
    },
  };
};
