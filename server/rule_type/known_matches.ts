import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSearch } from '../ports/event_reader';
import type { SearchWindow } from './search_windows';

/** Most events that one search is told to leave out. */
const MOST_EXCEPTIONS = 10_000;

/** Matches that one run looks at again although they raised nothing: those it has not looked at for the longest. */
const MOST_LOOKED_AT_AGAIN = 1000;

/**
 * Matches of one rule that are neither read nor looked up again: their alerts are stored, as this process knows, or they were
 * looked at and raise nothing for now.
 */
export interface KnownMatches {
  /** A match that is about to be stored, or is stored already. */
  note(event: SourceEvent, time: string, isStored: boolean): void;
  /** A noted match that was looked at and raises nothing. */
  pass(event: SourceEvent): void;
  /**
   * Begins a run. What was passed may have grown and is looked at again, as far as that leaves room for what is new; not while
   * earlier runs have left something, which would wait behind it.
   */
  beginRun(hasBacklog: boolean): void;
  /** The alert with this instance id is stored. */
  confirm(instanceId: string): void;
  has(instanceId: string): boolean;
  /** Those of a period, as a search is told to leave them out. */
  listIn(window: SearchWindow): NonNullable<EventSearch['except']>;
  forgetBefore(time: string): void;
}

interface NotedMatch {
  readonly index: string;
  readonly id: string;
  readonly time: string;
  isStored: boolean;
  isPassed: boolean;
}

export const createKnownMatches = (ruleUuid: string): KnownMatches => {
  const noted = new Map<string, NotedMatch>();
  return {
    note(event, time, isStored) {
      const { index, id } = event;
      const instanceId = toAlertInstanceId(ruleUuid, event);
      // Those looked at last stand last.
      noted.delete(instanceId);
      noted.set(instanceId, { index, id, time, isStored, isPassed: false });
    },
    pass(event) {
      const match = noted.get(toAlertInstanceId(ruleUuid, event));
      if (match) match.isPassed = true;
    },
    beginRun(hasBacklog) {
      if (hasBacklog) return;
      const passed = [...noted.values()].filter(({ isPassed }) => isPassed);
      for (const match of passed.slice(0, MOST_LOOKED_AT_AGAIN)) match.isPassed = false;
    },
    confirm(instanceId) {
      const match = noted.get(instanceId);
      if (match) match.isStored = true;
    },
    has(instanceId) {
      const match = noted.get(instanceId);
      return match !== undefined && isLeftOut(match);
    },
    listIn({ from, to }) {
      const byIndex = new Map<string, Set<string>>();
      let count = 0;
      for (const match of noted.values()) {
        const { index, id, time } = match;
        if (!isLeftOut(match) || time < from || time >= to) continue;
        count += 1;
        if (count > MOST_EXCEPTIONS) break;
        const ids = byIndex.get(index) ?? new Set();
        byIndex.set(index, ids.add(id));
      }
      return byIndex;
    },
    forgetBefore(before) {
      for (const [instanceId, { time }] of noted) if (time < before) noted.delete(instanceId);
    },
  };
};

const isLeftOut = ({ isStored, isPassed }: NotedMatch): boolean => isStored || isPassed;
