import type { EventSurvey } from '../../common/api/get_event_survey';
import { findText, getValues } from '../../common/event/get_values';
import type { EventSurveyor, SurveyRequest } from '../../server/ports/event_surveyor';
import type { EventRecords } from '../store/event_records';
import { createIndexTest } from './create_index_test';

/** So many of the newest events are looked at; the others are only older. */
const MOST_EVENTS = 20_000;
const MOST_HOSTS = 20;

/**
 * Looks at the newest stored events, however old they are: files may be of any time.
 * @param listProblems what the input could not use
 */
export const createLocalEventSurveyor = (
  events: Pick<EventRecords, 'readNewest'>,
  listProblems: () => readonly string[]
): EventSurveyor => ({
  async survey({ indexPatterns, fields, signal }: SurveyRequest): Promise<EventSurvey> {
    const isNamed = createIndexTest(indexPatterns);
    const absent = new Set(fields);
    const newest = new Map<string, number>();
    let count = 0;
    let isAtLeast = false;
    for await (const part of events.readNewest()) {
      for (const { event, time } of part.events) {
        if (!isNamed(event.index)) continue;
        count += 1;
        const host =
          findText(event.source, 'host.name') ?? findText(event.source, 'host.id') ?? '-';
        newest.set(host, Math.max(newest.get(host) ?? -Infinity, time));
        for (const field of absent) {
          if (getValues(event.source, field).length > 0) absent.delete(field);
        }
      }
      isAtLeast = count >= MOST_EVENTS || signal.aborted;
      if (isAtLeast) break;
    }
    const hosts = [...newest]
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST_HOSTS)
      .map(([name, time]) => ({ name, newest: new Date(time).toISOString() }));
    return {
      events: count,
      isAtLeast,
      hosts,
      absentFields: [...absent],
      problems: listProblems(),
    };
  },
});
