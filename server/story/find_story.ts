import { toProcessStart, toTrees, type ProcessStart, type Tree } from '../../common/detection';
import type { SourceEvent } from '../../common/event/source_event';
import { toPeriodAround, toPeriodUntil } from '../../common/story/period';
import type { Story } from '../../common/story/story';
import { toActivitiesQuery, toServerChildrenQuery } from '../../common/story/story_queries';
import { toStory } from '../../common/story/to_story';
import type { EventReader } from '../ports/event_reader';
import {
  askInChunks,
  createAsk,
  findAncestors,
  findDescendants,
  toEntityId,
  type Ask,
  type FoundEvents,
} from '../trees/complete_trees';

export interface StorySearch {
  readonly alertEvent: SourceEvent;
  /** Before and after the alert's event. */
  readonly minutes: number;
  readonly signal: AbortSignal;
}

/**
 * Minutes before the alert in which what it came of is looked for. Most of it started just then; a shell that stayed may have run
 * for long, but a whole day of events is only read where the nearer ones show no server.
 */
const LOOKS_ABOVE = [15, 24 * 60];
/** Where Elastic Defend puts programs, files and connections. */
const DEFEND_INDEXES = ['logs-endpoint.events.*', 'endgame-*'];
const NOTHING: FoundEvents = { found: [], isCut: false };

/** Looks for the alert's server, for what it started, for what that started, and for files, connections and ends of all. */
export const findStory = async (events: EventReader, search: StorySearch): Promise<Story> => {
  const { alertEvent, minutes, signal } = search;
  const start = toProcessStart(alertEvent);
  const period = toPeriodAround(start?.time ?? 0, minutes);
  if (!start) return toStory({ alertEvent, starts: [], activities: [], period, isCut: false });

  const indexPatterns = [...new Set([...DEFEND_INDEXES, toDataStream(alertEvent.index)])];
  const ask = createAsk(events, { indexPatterns, timestampField: '@timestamp', signal });
  const { above, root } = await findAbove(ask, alertEvent, start.time);
  const children = root ? await ask(toServerChildrenQuery(root), period) : NOTHING;
  const known = [...above.found, ...children.found, alertEvent];
  const below = await findDescendants(ask, known, period);
  const starts = [...known, ...below.found];
  const entityIds = [...new Set(starts.map(toEntityId))].filter((id) => id !== '');
  const activities = await askInChunks(ask, entityIds, toActivitiesQuery, period);
  const isCut = [above, children, below, activities].some((answer) => answer.isCut);
  return toStory({ alertEvent, starts, activities: activities.found, period, isCut });
};

/** The stream of a backing index, `.ds-NAME-2026.11.24-000001`: its other days may hold the rest of the story. */
const toDataStream = (index: string): string =>
  /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6}$/.exec(index)?.[1] ?? index;

/** What the alert came of, and the tree's first program, which its server started. */
const findAbove = async (
  ask: Ask,
  alertEvent: SourceEvent,
  time: number
): Promise<{ above: FoundEvents; root: ProcessStart | undefined }> => {
  let above = NOTHING;
  let tree = findTree(alertEvent, []);
  for (const minutes of LOOKS_ABOVE) {
    // A server that is known by its name is one, whatever stands above it.
    if (tree !== undefined && !tree.server.isGuess) break;
    above = await findAncestors(ask, [alertEvent], toPeriodUntil(time, minutes));
    tree = findTree(alertEvent, above.found);
  }
  return { above, root: tree?.root };
};

const findTree = (alertEvent: SourceEvent, above: readonly SourceEvent[]): Tree | undefined =>
  toTrees([...above, alertEvent]).find(({ starts }) =>
    starts.some(({ event }) => event.id === alertEvent.id && event.index === alertEvent.index)
  );
