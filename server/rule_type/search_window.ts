import { toMilliseconds } from '../../common/time/duration';
import type { RuleState } from './rule_state';

/** A period of event time, ISO 8601: `from` inclusive, `to` exclusive. */
export interface SearchWindow {
  readonly from: string;
  readonly to: string;
}

interface WindowFacts {
  readonly startedAt: Date;
  /** Durations in alerting's syntax. What `lookBack` exceeds `interval` by is the allowance for late events. */
  readonly lookBack: string;
  readonly interval: string;
  readonly state: RuleState;
  /** Times of alerts of the last run that did not get stored. */
  readonly lostAlertTimes: readonly string[];
}

/**
 * The period a run looks at. It begins at the earliest of: now minus look-back; the end of what was searched before minus
 * the allowance for late events (so a gap is searched, not skipped); what the limit carried over; alerts that got lost.
 */
export const getSearchWindow = ({
  startedAt,
  lookBack,
  interval,
  state,
  lostAlertTimes,
}: WindowFacts): SearchWindow => {
  const lookBackMs = toMilliseconds(lookBack);
  const lateMs = Math.max(0, lookBackMs - toMilliseconds(interval));
  const begins = [startedAt.getTime() - lookBackMs];
  if (state.searchedTo !== undefined) begins.push(Date.parse(state.searchedTo) - lateMs);
  if (state.carryFrom !== undefined) begins.push(Date.parse(state.carryFrom));
  for (const time of lostAlertTimes) begins.push(Date.parse(time));
  return {
    from: new Date(Math.min(...begins)).toISOString(),
    to: startedAt.toISOString(),
  };
};
