import type { AlertRow } from '../store/alerts/alert_row';
import type { Store } from '../store/open_store';

export interface Retention {
  /** Events older than this are removed. */
  readonly keepEventsMs: number;
  /** The oldest events are removed until the store uses no more than this. */
  readonly keepBytes: number;
}

export const DEFAULT_RETENTION: Retention = {
  keepEventsMs: 30 * 86_400_000,
  keepBytes: 4 * 1024 ** 3,
};

/** Closed alerts are kept this long after their event, where there is room for them. */
const KEEP_CLOSED_MS = 365 * 86_400_000;
const ALERTS_AT_A_TIME = 100;

export interface RetentionReport {
  readonly removedAlerts: number;
  /** Events and closed alerts are all gone and the store is still larger than it should be: alerts fill it. */
  readonly isTooLarge: boolean;
}

/**
 * Removes what is past its time or room: events first, then closed alerts, the oldest of each first. Alerts that somebody
 * has yet to look at always stay.
 * @param isHeld events stay, whatever their age, because a rule has yet to look at some of them
 */
export const applyRetention = async (
  store: Store,
  { keepEventsMs, keepBytes }: Retention,
  now: Date,
  isHeld = false
): Promise<RetentionReport> => {
  const removedAlerts = await removeClosedAlerts(store, now.getTime() - KEEP_CLOSED_MS);
  if (isHeld) return { removedAlerts, isTooLarge: false };
  await store.events.removeBefore(now.getTime() - keepEventsMs);
  // What is freed is known only after the commit, so the bytes of each minute are counted down.
  let excess = store.usedBytes() - keepBytes;
  while (excess > 0) {
    const freed = await store.events.removeOldestMinute();
    if (freed === undefined) return removeClosedForSpace(store, keepBytes, removedAlerts);
    excess -= freed;
  }
  return { removedAlerts, isTooLarge: false };
};

const removeClosedForSpace = async (
  store: Store,
  keepBytes: number,
  removedBefore: number
): Promise<RetentionReport> => {
  let removedAlerts = removedBefore;
  while (store.usedBytes() > keepBytes) {
    const removed = await removeClosedAlerts(store, Infinity);
    if (removed === 0) return { removedAlerts, isTooLarge: true };
    removedAlerts += removed;
  }
  return { removedAlerts, isTooLarge: false };
};

const removeClosedAlerts = async ({ alerts }: Store, before: number): Promise<number> => {
  const gone: AlertRow[] = [];
  for (const row of alerts.rows(undefined, before)) {
    if (row.status === 'closed') gone.push(row);
    if (gone.length >= ALERTS_AT_A_TIME) break;
  }
  if (gone.length > 0) await alerts.remove(gone);
  return gone.length;
};
