import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import { DomainError } from '../../common/errors/domain_error';
import type { SourceEvent } from '../../common/event/source_event';
import type { RuleParams } from '../../common/rule/rule_params';
import { findEventTime } from '../../common/time/event_time';
import type { AlertWriter } from '../ports/alert_writer';
import type { EventReader } from '../ports/event_reader';
import type { KnownMatches } from './known_matches';
import { createSearchSlices, type SearchSlices } from './search_slices';
import type { SearchWindow } from './search_windows';

/** Events per search: enough that a usual run needs one. */
const PAGE_SIZE = 500;
/** Elasticsearch's default `index.max_result_window`. */
const LARGEST_PAGE = 10_000;

interface NewMatchesSearch {
  /** In the order they are searched in. */
  readonly windows: readonly SearchWindow[];
  readonly params: RuleParams;
  /** Most matches to give. */
  readonly limit: number;
  readonly ruleUuid: string;
  readonly events: EventReader;
  readonly alerts: AlertWriter;
  readonly known: KnownMatches;
  /** Instance ids of alerts not to be raised. */
  readonly givenUp: ReadonlySet<string>;
  /** Whether an exception hides the alert of a match: it then takes no room. */
  isHidden(event: SourceEvent): boolean;
  /** The longest period to ask one search for; undefined without a limit. */
  readonly sliceMs: number | undefined;
  readonly signal: AbortSignal;
}

export interface NewMatches {
  /** In the order found, at most the rule's limit. */
  readonly matches: readonly SourceEvent[];
  /** What is not searched to its end. */
  readonly left: readonly SearchWindow[];
  /** New matches seen in there so far; there may be more. */
  readonly leftCount: number;
  readonly sliceMs: number | undefined;
  /** A millisecond with more matches than one search can answer, ISO 8601: the rest of it can't be read. */
  readonly overfullTime: string | undefined;
  /** Why searching ended early. */
  readonly failure: DomainError | undefined;
}

/** The matches of some windows that have no alert yet, as many as the limit allows, and what of the windows is left. */
export const findNewMatches = async (search: NewMatchesSearch): Promise<NewMatches> => {
  const { limit } = search;
  const slices = createSearchSlices(search.sliceMs);
  const run = { search, slices, isUnseen: createUnseenTest(search.ruleUuid), overfullTime: '' };
  const matches: SourceEvent[] = [];
  const left: SearchWindow[] = [];
  let leftCount = 0;
  let hasSearched = false;
  let failure: DomainError | undefined;

  for (const window of search.windows) {
    let { from } = window;
    try {
      const isOver = (): boolean => matches.length >= limit && left.length > 0;
      const pages = failure || isOver() || slices.isSpent ? [] : readPages(window, run);
      for await (const page of pages) {
        hasSearched = true;
        const fresh = await findFresh(page.events, search);
        const room = limit - matches.length;
        matches.push(...fresh.slice(0, room));
        const over = fresh[room];
        if (over) {
          from = findEventTime(over.source, search.params.timestampField) ?? from;
          leftCount += fresh.length - room;
          break;
        }
        from = page.next;
      }
    } catch (error) {
      if (!(error instanceof DomainError) || search.signal.aborted || !hasSearched) throw error;
      // Time ran out, but not for nothing.
      if (!slices.isSpent) failure = error;
    }
    if (from < window.to) left.push({ from, to: window.to });
  }
  return {
    matches,
    left,
    leftCount,
    sliceMs: left.length > 0 ? slices.nextMs : undefined,
    overfullTime: run.overfullTime === '' ? undefined : run.overfullTime,
    failure,
  };
};

interface PageRun {
  readonly search: NewMatchesSearch;
  readonly slices: SearchSlices;
  /** True of each event once. */
  readonly isUnseen: (event: SourceEvent) => boolean;
  overfullTime: string;
}

interface MatchPage {
  readonly events: readonly SourceEvent[];
  readonly from: string;
  /** All matches before this time have been given. */
  readonly next: string;
}

/**
 * Reads a window page by page, as far as the slices allow. Pages overlap at the last event's time, because several events may
 * share it; a page filled by one time alone is asked for again, larger.
 */
async function* readPages(window: SearchWindow, run: PageRun): AsyncGenerator<MatchPage> {
  const { slices, isUnseen, search } = run;
  let { from } = window;
  let size = PAGE_SIZE;
  while (from < window.to && !slices.isSpent) {
    const to = slices.toEnd(from, window);
    const page = await searchInTime({ from, to }, size, run);
    if (!page) continue;
    const start = from;
    const last = page.at(-1);
    const lastTime = last && (findEventTime(last.source, search.params.timestampField) ?? from);
    if (page.length < size || lastTime === undefined) {
      slices.succeed();
      from = to;
      size = PAGE_SIZE;
    } else if (lastTime > from) {
      from = lastTime;
      size = PAGE_SIZE;
    } else if (size < LARGEST_PAGE) {
      size = Math.min(size * 2, LARGEST_PAGE);
    } else {
      run.overfullTime = from;
      from = new Date(Date.parse(from) + 1).toISOString();
      size = PAGE_SIZE;
    }
    yield { events: page.filter(isUnseen), from: start, next: from };
  }
}

/** Undefined where it took too long and a shorter period is worth trying. */
const searchInTime = async (
  window: SearchWindow,
  size: number,
  { search, slices }: PageRun
): Promise<readonly SourceEvent[] | undefined> => {
  const { params, events, known, signal } = search;
  const { query, indexPatterns, timestampField } = params;
  const except = known.listIn(window);
  const question = { query, indexPatterns, timestampField, ...window, except, size, signal };
  try {
    return await events.search(question);
  } catch (error) {
    const isTooLong = error instanceof DomainError && error.code === 'event_search_timed_out';
    const isOver = !isTooLong || signal.aborted || !slices.shorten(window.from, window.to);
    if (isOver || slices.isSpent) throw error;
    return undefined;
  }
};

const createUnseenTest = (ruleUuid: string): ((event: SourceEvent) => boolean) => {
  const seen = new Set<string>();
  return (event) => {
    const before = seen.size;
    return seen.add(toAlertInstanceId(ruleUuid, event)).size > before;
  };
};

/** Those of a page that have no alert. */
const findFresh = async (
  page: readonly SourceEvent[],
  { ruleUuid, alerts, known, givenUp, params, isHidden }: NewMatchesSearch
): Promise<SourceEvent[]> => {
  const toId = (event: SourceEvent): string => toAlertInstanceId(ruleUuid, event);
  const unknown = page.filter((event) => !known.has(toId(event)) && !givenUp.has(toId(event)));
  if (unknown.length === 0) return [];
  const stored = await alerts.findStoredIds(unknown.map(toId));
  for (const event of unknown) {
    const time = findEventTime(event.source, params.timestampField) ?? '';
    known.note(event, time, stored.has(toId(event)));
  }
  return unknown.filter((event) => !stored.has(toId(event)) && !isHidden(event));
};
