import type { Rule, RulesClient } from '@kbn/alerting-plugin/server';
import type { RuleStatus } from '../../../common/api/rule_status';
import { DomainError } from '../../../common/errors/domain_error';
import { RULE_TYPE_ID } from '../../../common/product';
import { ruleParamsSchema } from '../../../common/rule/rule_params';
import { RULES } from '../../../common/rule/rules';
import { toRuleStatus } from './to_rule_status';
import { toRuleUuid } from './to_rule_uuid';

/** Kibana's own bound of rules per page; nobody copies a rule that often. */
const MOST_RULES = 1000;

/** The rules of our type in one space. */
export interface RuleCatalogue {
  /** Every shipped rule, absent or present, each followed by its copies. */
  list(): Promise<RuleStatus[]>;
  /** @throws DomainError `rule_not_found` */
  get(id: string): Promise<RuleStatus>;
}

export const createRuleCatalogue = (rules: RulesClient, spaceId: string): RuleCatalogue => {
  const list = async (): Promise<RuleStatus[]> => {
    const { data } = await rules.find({
      options: {
        filter: `alert.attributes.alertTypeId: "${RULE_TYPE_ID}"`,
        sortField: 'createdAt',
        sortOrder: 'asc',
        perPage: MOST_RULES,
      },
    });
    return RULES.flatMap(({ id: ruleId }): RuleStatus[] => {
      const id = toRuleUuid(spaceId, ruleId);
      const [main, ...copies] = sortMainFirst(data.filter(isRule(ruleId)), id);
      if (!main) return [{ kind: 'absent', id, ruleId }];
      return [toRuleStatus(main, false), ...copies.map((copy) => toRuleStatus(copy, true))];
    });
  };
  return {
    list,
    async get(id) {
      const found = await list();
      const named = found.find((rule) => rule.id === id);
      // A rule from before ids were derived goes by its own; who still knows the derived one means it too.
      const adopted = found.find(
        (rule) =>
          toRuleUuid(spaceId, rule.ruleId) === id && !(rule.kind === 'present' && rule.isCopy)
      );
      const rule = named ?? adopted;
      if (!rule) throw new DomainError('rule_not_found', {});
      return rule;
    },
  };
};

const isRule =
  (ruleId: string) =>
  ({ params }: Rule): boolean => {
    const parsed = ruleParamsSchema.safeParse(params);
    return parsed.success && parsed.data.ruleId === ruleId;
  };

/** The rule that this product made or, where there is none, the oldest: one made before ids were derived. */
const sortMainFirst = (rules: readonly Rule[], derivedId: string): Rule[] => [
  ...rules.filter(({ id }) => id === derivedId),
  ...rules.filter(({ id }) => id !== derivedId),
];
