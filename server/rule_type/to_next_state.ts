import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import { findEventTime } from '../../common/time/event_time';
import type { NewMatches } from './find_new_matches';
import type { RuleState, UnconfirmedAlert } from './rule_state';
import type { SearchWindow } from './search_window';

interface RunFacts {
  readonly ruleUuid: string;
  readonly timestampField: string;
  readonly window: SearchWindow;
  readonly found: NewMatches;
  /** Alerts of the run before that this one raised again. */
  readonly retried: readonly UnconfirmedAlert[];
}

/** What the next run has to know of this one. */
export const toNextState = ({
  ruleUuid,
  timestampField,
  window,
  found,
  retried,
}: RunFacts): RuleState => {
  const attempts = new Map(retried.map((alert) => [alert.instanceId, alert.attempts]));
  return {
    searchedTo: window.to,
    ...(found.carryFrom !== undefined && { carryFrom: found.carryFrom }),
    unconfirmed: found.matches.map((match) => {
      const instanceId = toAlertInstanceId(ruleUuid, match);
      return {
        instanceId,
        eventTime: findEventTime(match.source, timestampField) ?? window.from,
        attempts: (attempts.get(instanceId) ?? 0) + 1,
      };
    }),
  };
};
