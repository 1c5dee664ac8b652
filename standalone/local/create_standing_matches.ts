import type { SourceEvent } from '../../common/event/source_event';
import { toStandingKey, type ArrivedMatches, type StandingQuery } from '../ingest/standing_query';
import {
  createMatchWindow,
  type MatchPeriod,
  type MatchWindow,
  type SearchStored,
} from './create_match_window';

/** Queries watched at a time: each costs something for every event. */
const MOST_QUERIES = 4;

/**
 * The matches of queries that are asked again and again, so that a run does not read its whole period anew.
 * Filled twice: by one search of what is stored, and by the ingest thread with what arrives from then on.
 */
export interface StandingMatches {
  /** @returns the matches in order of time, or undefined when they have to be searched for */
  find(
    query: StandingQuery,
    period: MatchPeriod,
    search: SearchStored
  ): Promise<readonly SourceEvent[] | undefined>;
  /** Matches that the ingest thread has just stored. */
  add(arrived: readonly ArrivedMatches[]): void;
}

interface Standing {
  readonly query: StandingQuery;
  readonly window: MatchWindow;
}

/** @param watch makes the ingest thread look at these queries instead of those before */
export const createStandingMatches = (
  watch: (queries: readonly StandingQuery[]) => Promise<void>
): StandingMatches => {
  const standing = new Map<string, Standing>();

  const getWindow = async (query: StandingQuery): Promise<MatchWindow> => {
    const key = toStandingKey(query);
    const known = standing.get(key);
    const window = known?.window ?? createMatchWindow();
    // The most recently used one last.
    standing.delete(key);
    standing.set(key, { query, window });
    if (known) return window;
    for (const oldest of [...standing.keys()].slice(0, -MOST_QUERIES)) standing.delete(oldest);
    await watch([...standing.values()].map((one) => one.query));
    return window;
  };

  return {
    find: async (query, period, search) => (await getWindow(query)).find(period, search),
    add(arrived) {
      for (const { key, events } of arrived) standing.get(key)?.window.add(events);
    },
  };
};
