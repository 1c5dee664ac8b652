import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { SourceEvent } from '../../common/event/source_event';
import { createExceptionSearch } from '../../common/exception/create_exception_search';
import type { RuleException } from '../../common/exception/exception';

export interface HiddenAlert {
  readonly instanceId: string;
  /** Id of the exception that hides it. */
  readonly hiddenBy: string;
}

/** What a rule's exceptions hide of one run. */
export interface HiddenAlerts {
  /** Whether the alert that this event would raise at this risk is hidden; it is noted then. */
  hides(event: SourceEvent, risk: number): boolean;
  list(): readonly HiddenAlert[];
}

export const createHiddenAlerts = (
  exceptions: readonly RuleException[] = [],
  ruleUuid: string,
  startedAt: Date
): HiddenAlerts => {
  const find = createExceptionSearch(exceptions, startedAt);
  const hidden = new Map<string, HiddenAlert>();
  return {
    hides(event, risk) {
      const exception = find(event.source, risk);
      if (!exception) return false;
      const instanceId = toAlertInstanceId(ruleUuid, event);
      hidden.set(instanceId, { instanceId, hiddenBy: exception.id });
      return true;
    },
    list: () => [...hidden.values()],
  };
};
