import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSearch } from '../ports/event_reader';
import type { SearchWindow } from './search_windows';

/** Most events that one search is told to leave out. */
const MOST_EXCEPTIONS = 10_000;

/** Matches of one rule of which this process knows that their alerts are stored: they are neither read nor looked up again. */
export interface KnownMatches {
  /** A match that is about to be stored, or is stored already. */
  note(event: SourceEvent, time: string, isStored: boolean): void;
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
}

export const createKnownMatches = (ruleUuid: string): KnownMatches => {
  const noted = new Map<string, NotedMatch>();
  return {
    note(event, time, isStored) {
      const { index, id } = event;
      noted.set(toAlertInstanceId(ruleUuid, event), { index, id, time, isStored });
    },
    confirm(instanceId) {
      const match = noted.get(instanceId);
      if (match) match.isStored = true;
    },
    has: (instanceId) => noted.get(instanceId)?.isStored === true,
    listIn({ from, to }) {
      const byIndex = new Map<string, Set<string>>();
      let count = 0;
      for (const { index, id, time, isStored } of noted.values()) {
        if (!isStored || time < from || time >= to) continue;
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
