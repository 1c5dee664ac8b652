import type { LostAlerts } from './find_lost_alerts';
import type { HiddenAlert } from './hidden_alerts';
import type { NewMatches } from './find_new_matches';
import type { RaisedAlerts } from './raised_alerts';
import type { RuleState, UnconfirmedAlert } from './rule_state';
import type { AwaitedRequests } from './requests/awaited_requests';
import type { ShapeCounts } from './trees/shape_history';

interface RunFacts {
  readonly startedAt: Date;
  readonly lateMs: number;
  /** The state the run began with. */
  readonly state: RuleState;
  readonly found: NewMatches;
  readonly raised: RaisedAlerts;
  readonly lost: LostAlerts;
  readonly hidden: readonly HiddenAlert[];
  readonly shapes: ShapeCounts;
  readonly awaited: AwaitedRequests | undefined;
}

/** Given up alerts that are remembered; a store that takes none for a day gives up as many. */
const MOST_GIVEN_UP = 1000;
/** Hidden alerts that are remembered; of more, some are counted twice. */
const MOST_HIDDEN = 1000;

/** What the next run has to know of this one. */
export const toNextState = (facts: RunFacts): RuleState => {
  const { found, lost, startedAt, lateMs, state, shapes, awaited } = facts;
  const givenUp = [
    ...(state.givenUp ?? []),
    ...lost.abandoned.map(({ instanceId }) => instanceId),
  ].slice(-MOST_GIVEN_UP);
  const left = [...found.left, ...toOverflow(facts)];
  return {
    searchedTo: startedAt.toISOString(),
    lateMs,
    unconfirmed: listUnconfirmed(facts, left),
    ...(left.length > 0 && { left }),
    ...(found.sliceMs !== undefined && { sliceMs: found.sliceMs }),
    ...(givenUp.length > 0 && { givenUp }),
    ...listHidden(facts),
    ...(Object.keys(shapes).length > 0 && { shapes }),
    ...(awaited && { awaited }),
  };
};

/** Those of this run last: they are found again the longest. */
const listHidden = ({ state, hidden }: RunFacts): Pick<RuleState, 'hidden'> => {
  const ids = hidden.map(({ instanceId }) => instanceId);
  const again = new Set(ids);
  const all = [...(state.hidden ?? []).filter((id) => !again.has(id)), ...ids];
  return all.length > 0 ? { hidden: all.slice(-MOST_HIDDEN) } : {};
};

/** The time of alerts that found no room, to be searched again. */
const toOverflow = ({
  raised: { overflow },
  startedAt,
}: RunFacts): NonNullable<RuleState['left']> => {
  const [from] = [...overflow].sort();
  return from === undefined ? [] : [{ from, to: startedAt.toISOString() }];
};

/** The alerts of this run, and those of earlier ones that it should have raised again and did not get to. */
const listUnconfirmed = (
  { raised, lost }: RunFacts,
  left: RuleState['left'] = []
): UnconfirmedAlert[] => {
  const attempts = new Map(lost.retried.map((alert) => [alert.instanceId, alert.attempts]));
  const handedOver = [...raised.alerts, ...raised.again].map(
    ({ alert: { instanceId }, eventTime }): UnconfirmedAlert => {
      return { instanceId, eventTime, attempts: (attempts.get(instanceId) ?? 0) + 1 };
    }
  );
  const raisedIds = new Set(handedOver.map(({ instanceId }) => instanceId));
  const isLeft = ({ eventTime }: UnconfirmedAlert): boolean =>
    left.some(({ from, to }) => eventTime >= from && eventTime < to);
  const waiting = lost.retried.filter((alert) => !raisedIds.has(alert.instanceId) && isLeft(alert));
  return [...handedOver, ...waiting];
};
