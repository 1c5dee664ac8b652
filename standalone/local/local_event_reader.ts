import { i18n } from '@kbn/i18n';
import { DomainError } from '../../common/errors/domain_error';
import { EqlError } from '../../common/eql/errors/eql_error';
import { toEqlErrorReport } from '../../common/eql/to_eql_error_report';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventReader, EventSearch } from '../../server/ports/event_reader';
import { findStandingTest } from '../ingest/standing_query';
import type { EventRecords } from '../store/event_records';
import type { StandingMatches } from './create_standing_matches';
import { FILED_BY, searchStoredEvents } from './search_stored_events';

/** Asks the stored events with `common/eql`; a query that stands is answered from the matches that are known already. */
export const createLocalEventReader = (
  events: EventRecords,
  standing: StandingMatches
): EventReader => ({
  async search(search) {
    try {
      if (search.signal.aborted) throw new DomainError('event_search_timed_out', {});
      const known = await findStanding(search, events, standing);
      return known ?? (await searchStoredEvents(search, events));
    } catch (error) {
      if (error instanceof EqlError) {
        const reason = toEqlErrorReport(error, i18n.translate);
        throw new DomainError('event_search_failed', { reason }, { cause: error });
      }
      throw error;
    }
  },
});

const findStanding = async (
  search: EventSearch,
  events: EventRecords,
  standing: StandingMatches
): Promise<readonly SourceEvent[] | undefined> => {
  const { timestampField, size, except } = search;
  if (timestampField !== FILED_BY || !findStandingTest(search)) return undefined;
  const period = { from: Date.parse(search.from), to: Date.parse(search.to), size, except };
  // What is found here answers other searches too, which leave out other events.
  const whole = { ...search, to: END_OF_TIME, except: undefined };
  return standing.find(search, period, (from, mostMatches) =>
    searchStoredEvents({ ...whole, from: new Date(from).toISOString(), size: mostMatches }, events)
  );
};

/** The last moment a date can hold. */
const END_OF_TIME = new Date(8.64e15).toISOString();
