import type { Arrival } from '../store/event_records';

/** A rule that has not looked at events within this time fails; the store must not grow until it is mended. */
const LONGEST_HOLD_MS = 3_600_000;

/** Tells, asked again and again, whether events may not be removed because a rule is about to look at some of them. */
export const createRetentionHold = (): ((arrivals: readonly Arrival[], now: Date) => boolean) => {
  let seen = new Map<string, number>();
  return (arrivals, now) => {
    seen = new Map(arrivals.map(({ id }) => [id, seen.get(id) ?? now.getTime()]));
    return [...seen.values()].some((since) => now.getTime() - since < LONGEST_HOLD_MS);
  };
};
