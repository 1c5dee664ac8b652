import { MOST_ROOTS_PER_QUERY, toDescendantsQuery, toProcessStart } from '../../common/detection';
import { findText } from '../../common/event/get_values';
import type { SourceEvent } from '../../common/event/source_event';
import type { Period } from '../../common/story/period';
import { toStartsQuery } from '../../common/story/story_queries';
import type { EventReader, EventSearch } from '../ports/event_reader';

/** What was found, and whether there is more. */
export interface FoundEvents {
  readonly found: readonly SourceEvent[];
  readonly isCut: boolean;
}

/** Asks one query of a period; more than a page is said to be cut. */
export type Ask = (query: string, period: Period) => Promise<FoundEvents>;

const PAGE_SIZE = 2000;
/** Generations asked for below the first: with ancestry in the data one is enough. */
const MOST_GENERATIONS = 6;
/** Events of one completion: what a run or a flyout can hold and grade. */
const MOST_EVENTS = 20_000;

export const createAsk =
  (
    events: EventReader,
    where: Pick<EventSearch, 'indexPatterns' | 'timestampField' | 'signal'>
  ): Ask =>
  async (query, { from, to }) => {
    const size = PAGE_SIZE + 1;
    const found = await events.search({ ...where, query, from, to, size });
    return { found: found.slice(0, PAGE_SIZE), isCut: found.length >= size };
  };

/** The starts of the processes that the given ones came of, and their own earlier ones: an apparent root may be part of another tree. */
export const findAncestors = (
  ask: Ask,
  events: readonly SourceEvent[],
  period: Period
): Promise<FoundEvents> => {
  const ids = events.flatMap((event) => {
    const start = toProcessStart(event);
    return start ? [start.entityId, ...start.origins] : [];
  });
  return askInChunks(ask, [...new Set(ids)], toStartsQuery, period);
};

/** What the given processes started, near or far: generation by generation, each asked for once, until nothing new comes. */
export const findDescendants = async (
  ask: Ask,
  events: readonly SourceEvent[],
  period: Period
): Promise<FoundEvents> => {
  const asked = new Set<string>();
  const found: SourceEvent[] = [];
  let isCut = false;
  let waiting = events;
  for (let generation = 0; generation < MOST_GENERATIONS && waiting.length > 0; generation += 1) {
    const ids = [...new Set(waiting.map(toEntityId))].filter((id) => id !== '' && !asked.has(id));
    ids.forEach((id) => asked.add(id));
    const answer = await askInChunks(ask, ids, toDescendantsQuery, period);
    waiting = answer.found;
    found.push(...waiting);
    isCut ||= answer.isCut;
    if (found.length > MOST_EVENTS) return { found, isCut: true };
  }
  return { found, isCut };
};

/** One query for as many ids as it may name; one after the other, so that a large server is not asked all at once. */
export const askInChunks = async (
  ask: Ask,
  ids: readonly string[],
  toQuery: (ids: readonly string[]) => string,
  period: Period
): Promise<FoundEvents> => {
  const found: SourceEvent[] = [];
  let isCut = false;
  for (let start = 0; start < ids.length; start += MOST_ROOTS_PER_QUERY) {
    const answer = await ask(toQuery(ids.slice(start, start + MOST_ROOTS_PER_QUERY)), period);
    found.push(...answer.found);
    isCut ||= answer.isCut;
  }
  return { found, isCut };
};

export const toEntityId = ({ source }: SourceEvent): string =>
  findText(source, 'process.entity_id') ?? '';
