import { ALERTS_CONTEXT } from '../../common/product';

/** Alias alerting writes this context to. The rule type is not space-aware: every space's alerts are in it, apart by `kibana.space_ids`. */
export const ALERTS_INDEX = `.alerts-${ALERTS_CONTEXT}.alerts-default`;
