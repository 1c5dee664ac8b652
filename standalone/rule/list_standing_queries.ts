import { RULE_TYPE_ID } from '../../common/product';
import { ruleParamsSchema } from '../../common/rule/rule_params';
import type { StandingQuery } from '../ingest/standing_query';
import type { RuleStore } from '../kibana/alerting/stored_rule';

/** What the enabled rules ask of every event. */
export const listStandingQueries = (rules: RuleStore): StandingQuery[] =>
  rules
    .list()
    .filter(({ enabled, ruleTypeId }) => enabled && ruleTypeId === RULE_TYPE_ID)
    .map(({ params }) => {
      const { query, indexPatterns } = ruleParamsSchema.parse(params);
      return { query, indexPatterns };
    });
