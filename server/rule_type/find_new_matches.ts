import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { SourceEvent } from '../../common/event/source_event';
import type { RuleParams } from '../../common/rule/rule_params';
import { findEventTime } from '../../common/time/event_time';
import type { AlertWriter } from '../ports/alert_writer';
import type { EventReader } from '../ports/event_reader';
import type { SearchWindow } from './search_window';

/** Events per search: enough that a usual run needs one. */
const PAGE_SIZE = 500;
/** Elasticsearch's default `index.max_result_window`. */
const LARGEST_PAGE = 10_000;

interface NewMatchesSearch {
  readonly window: SearchWindow;
  readonly params: RuleParams;
  readonly ruleUuid: string;
  readonly events: EventReader;
  readonly alerts: AlertWriter;
  readonly signal: AbortSignal;
}

export interface NewMatches {
  /** Oldest first, at most the rule's limit. */
  readonly matches: readonly SourceEvent[];
  /** Time of the first match over the limit, ISO 8601. */
  readonly carryFrom?: string;
  /** A millisecond with more matches than one search can answer, ISO 8601: the rest of it can't be read. */
  readonly overfullTime?: string;
}

/**
 * The matches of a window that have no alert yet. Pages overlap at the last event's time, because several events may share it;
 * a page filled by one time alone is asked for again, larger.
 */
export const findNewMatches = async (search: NewMatchesSearch): Promise<NewMatches> => {
  const { window, params, ruleUuid, events, alerts } = search;
  const limit = Math.min(params.maxAlertsPerRun, alerts.mostAlerts);
  const matches: SourceEvent[] = [];
  const seen = new Set<string>();
  let overfullTime: string | undefined;
  let from = window.from;
  let size = PAGE_SIZE;

  for (;;) {
    const page = await events.search({
      query: params.query,
      indexPatterns: params.indexPatterns,
      timestampField: params.timestampField,
      from,
      to: window.to,
      size,
      signal: search.signal,
    });
    const unseen = page.filter((event) => !seen.has(toAlertInstanceId(ruleUuid, event)));
    const ids = unseen.map((event) => toAlertInstanceId(ruleUuid, event));
    ids.forEach((id) => seen.add(id));
    const stored = ids.length > 0 ? await alerts.findStoredIds(ids) : new Set();
    matches.push(...unseen.filter((event) => !stored.has(toAlertInstanceId(ruleUuid, event))));

    const over = matches[limit];
    if (over) {
      const carryFrom = findEventTime(over.source, params.timestampField) ?? from;
      return {
        matches: matches.slice(0, limit),
        carryFrom,
        ...(overfullTime && { overfullTime }),
      };
    }
    const last = page.at(-1);
    if (page.length < size || !last) return { matches, ...(overfullTime && { overfullTime }) };

    const lastTime = findEventTime(last.source, params.timestampField) ?? from;
    if (lastTime > from) {
      from = lastTime;
      size = PAGE_SIZE;
    } else if (size < LARGEST_PAGE) {
      size = Math.min(size * 2, LARGEST_PAGE);
    } else {
      overfullTime = from;
      from = new Date(Date.parse(from) + 1).toISOString();
      size = PAGE_SIZE;
    }
  }
};
