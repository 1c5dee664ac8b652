import {
  MOST_ROOTS_PER_QUERY,
  toDescendantsQuery,
  toProcessStart,
  toTrees,
} from '../../common/detection';
import type { ProcessStart } from '../../common/detection';
import { findText } from '../../common/event/get_values';
import type { SourceEvent } from '../../common/event/source_event';
import { toPeriodAround, type Period } from '../../common/story/period';
import type { Story } from '../../common/story/story';
import {
  toActivitiesQuery,
  toServerChildrenQuery,
  toStartsQuery,
} from '../../common/story/story_queries';
import { toStory } from '../../common/story/to_story';
import type { EventReader } from '../ports/event_reader';

export interface StorySearch {
  readonly alertEvent: SourceEvent;
  /** Before and after the alert's event. */
  readonly minutes: number;
  readonly signal: AbortSignal;
}

/** One page of a search; more of a kind than this is said to be cut. */
const PAGE_SIZE = 2000;
/** Generations asked for below the first: with ancestry in the data one is enough. */
const MOST_GENERATIONS = 6;
/** A server's worker may have run for long before the alert. */
const HOURS_ABOVE = 24;
/** Where Elastic Defend puts programs, files and connections. */
const DEFEND_INDEXES = ['logs-endpoint.events.*', 'endgame-*'];

/** Looks for the alert's server, for what it started, for what that started, and for files, connections and ends of all. */
export const findStory = async (events: EventReader, search: StorySearch): Promise<Story> => {
  const { alertEvent, minutes } = search;
  const start = toProcessStart(alertEvent);
  const period = toPeriodAround(start?.time ?? 0, minutes);
  if (!start) return toStory({ alertEvent, starts: [], activities: [], period, isCut: false });

  const ask = createAsk(events, search);
  const above = await ask(
    toStartsQuery([start.entityId, ...start.origins]),
    toPeriodAround(start.time, HOURS_ABOVE * 60)
  );
  const root = findRoot(alertEvent, above.found);
  const children = root ? await ask(toServerChildrenQuery(root), period) : NOTHING;
  const below = await findDescendants(ask, [...above.found, ...children.found, alertEvent], period);
  const starts = [...above.found, ...children.found, ...below.found];
  const entityIds = [...new Set([...starts, alertEvent].map(toEntityId))].filter((id) => id !== '');
  const activities = await findActivities(ask, entityIds, period);
  const isCut = [above, children, below, activities].some((answer) => answer.isCut);
  return toStory({ alertEvent, starts, activities: activities.found, period, isCut });
};

interface Answer {
  readonly found: readonly SourceEvent[];
  readonly isCut: boolean;
}
const NOTHING: Answer = { found: [], isCut: false };
type Ask = (query: string, period: Period) => Promise<Answer>;

const createAsk =
  (events: EventReader, { alertEvent, signal }: StorySearch): Ask =>
  async (query, { from, to }) => {
    const size = PAGE_SIZE + 1;
    const found = await events.search({
      query,
      indexPatterns: [...new Set([...DEFEND_INDEXES, toDataStream(alertEvent.index)])],
      timestampField: '@timestamp',
      from,
      to,
      size,
      signal,
    });
    return { found: found.slice(0, PAGE_SIZE), isCut: found.length >= size };
  };

/** The stream of a backing index, `.ds-NAME-2026.11.24-000001`: its other days may hold the rest of the story. */
const toDataStream = (index: string): string =>
  /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6}$/.exec(index)?.[1] ?? index;

const toEntityId = ({ source }: SourceEvent): string => findText(source, 'process.entity_id') ?? '';

const findRoot = (
  alertEvent: SourceEvent,
  above: readonly SourceEvent[]
): ProcessStart | undefined =>
  toTrees([...above, alertEvent]).find(({ starts }) =>
    starts.some(({ event }) => event.id === alertEvent.id && event.index === alertEvent.index)
  )?.root;

/** Generation by generation, each asked for once, until nothing new comes. */
const findDescendants = async (
  ask: Ask,
  known: readonly SourceEvent[],
  period: Period
): Promise<Answer> => {
  const asked = new Set<string>();
  const found: SourceEvent[] = [];
  let isCut = false;
  let waiting = known;
  for (let generation = 0; generation < MOST_GENERATIONS && waiting.length > 0; generation += 1) {
    const ids = [...new Set(waiting.map(toEntityId))].filter((id) => id !== '' && !asked.has(id));
    ids.forEach((id) => asked.add(id));
    const answers = await Promise.all(
      toChunks(ids, MOST_ROOTS_PER_QUERY).map((chunk) => ask(toDescendantsQuery(chunk), period))
    );
    waiting = answers.flatMap((answer) => answer.found);
    found.push(...waiting);
    isCut ||= answers.some((answer) => answer.isCut);
    if (found.length > PAGE_SIZE) return { found, isCut: true };
  }
  return { found, isCut };
};

const findActivities = async (
  ask: Ask,
  entityIds: readonly string[],
  period: Period
): Promise<Answer> => {
  const chunks = toChunks(entityIds, MOST_ROOTS_PER_QUERY);
  const answers = await Promise.all(chunks.map((chunk) => ask(toActivitiesQuery(chunk), period)));
  return {
    found: answers.flatMap((answer) => answer.found),
    isCut: answers.some((answer) => answer.isCut),
  };
};

const toChunks = (ids: readonly string[], size: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size)
  );
