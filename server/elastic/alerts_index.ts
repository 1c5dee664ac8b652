import { ALERT_FIELD } from '../../common/alert/alert_document';
import { ALERTS_CONTEXT } from '../../common/product';

/** Alias alerting writes this context to. The rule type is not space-aware: every space's alerts are in it, apart by `kibana.space_ids`. */
export const ALERTS_INDEX = `.alerts-${ALERTS_CONTEXT}.alerts-default`;

/** By these the alert client checks the caller's privileges a second time, hit by hit: every search must read them. */
export const CHECKED_FIELDS = [ALERT_FIELD.ruleTypeId, 'kibana.alert.rule.consumer'];
