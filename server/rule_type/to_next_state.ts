import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import { findEventTime } from '../../common/time/event_time';
import type { LostAlerts } from './find_lost_alerts';
import type { NewMatches } from './find_new_matches';
import type { RuleState, UnconfirmedAlert } from './rule_state';

interface RunFacts {
  readonly ruleUuid: string;
  readonly timestampField: string;
  readonly startedAt: Date;
  readonly lateMs: number;
  /** The state the run began with. */
  readonly state: RuleState;
  readonly found: NewMatches;
  readonly lost: LostAlerts;
}

/** Given up alerts that are remembered; a store that takes none for a day gives up as many. */
const MOST_GIVEN_UP = 1000;

/** What the next run has to know of this one. */
export const toNextState = (facts: RunFacts): RuleState => {
  const { found, lost, startedAt, lateMs, state } = facts;
  const givenUp = [
    ...(state.givenUp ?? []),
    ...lost.abandoned.map(({ instanceId }) => instanceId),
  ].slice(-MOST_GIVEN_UP);
  return {
    searchedTo: startedAt.toISOString(),
    lateMs,
    unconfirmed: listUnconfirmed(facts),
    ...(found.left.length > 0 && { left: found.left }),
    ...(found.sliceMs !== undefined && { sliceMs: found.sliceMs }),
    ...(givenUp.length > 0 && { givenUp }),
  };
};

/** The alerts of this run, and those of earlier ones that it should have raised again and did not get to. */
const listUnconfirmed = ({
  ruleUuid,
  timestampField,
  startedAt,
  found,
  lost,
}: RunFacts): UnconfirmedAlert[] => {
  const attempts = new Map(lost.retried.map((alert) => [alert.instanceId, alert.attempts]));
  const raised = found.matches.map((match): UnconfirmedAlert => {
    const instanceId = toAlertInstanceId(ruleUuid, match);
    return {
      instanceId,
      eventTime: findEventTime(match.source, timestampField) ?? startedAt.toISOString(),
      attempts: (attempts.get(instanceId) ?? 0) + 1,
    };
  });
  const raisedIds = new Set(raised.map(({ instanceId }) => instanceId));
  const isLeft = ({ eventTime }: UnconfirmedAlert): boolean =>
    found.left.some(({ from, to }) => eventTime >= from && eventTime < to);
  const waiting = lost.retried.filter((alert) => !raisedIds.has(alert.instanceId) && isLeft(alert));
  return [...raised, ...waiting];
};
