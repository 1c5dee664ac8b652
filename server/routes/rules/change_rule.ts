import type { Rule } from '@kbn/alerting-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import type { RuleList } from '../../../common/api/rule_status';
import { DomainError } from '../../../common/errors/domain_error';
import { ruleParamsSchema, type RuleParams } from '../../../common/rule/rule_params';
import { toGivenParams } from '../../kibana_version';
import type { RouteDependencies } from '../route_dependencies';
import { getRules } from './get_rules';

/**
 * Changes the rule that a request names; all else of it stays. Two changes at the same moment are both kept, through several
 * nodes too: alerting writes a rule only where nobody else wrote it since it was read, and otherwise begins again, three times.
 * @param change is given the rule's parameters, and is asked again where somebody else was faster
 * @throws DomainError `rule_not_found`, `refused_invalid`, `refused_conflict`, and what `change` throws
 */
export type ChangeRule = (
  request: KibanaRequest<{ id: string }>,
  change: (params: RuleParams) => RuleParams,
  schedule?: Rule['schedule']
) => Promise<RuleList>;

export const createChangeRule =
  (dependencies: RouteDependencies): ChangeRule =>
  async (request, change, schedule) => {
    const { rules, catalogue } = await getRules(dependencies, request);
    const { kind, id, ruleId } = await catalogue.get(request.params.id);
    if (kind === 'absent') throw new DomainError('rule_not_found', {});
    const refusals: unknown[] = [];
    const { errors, total } = await rules.bulkEdit({
      filter: `alert.id: "alert:${id}"`,
      operations: schedule ? [{ operation: 'set', field: 'schedule', value: schedule }] : [],
      async paramsModifier(given) {
        const params = ruleParamsSchema.parse(toGivenParams(given));
        // Alerting searches for the rule. Whatever else it should find is not ours to change: an error leaves it as it is.
        if (params.ruleId !== ruleId) throw new Error(`Not a rule ${ruleId}.`);
        try {
          return { modifiedParams: { ...change(params) }, isParamsUpdateSkipped: false };
        } catch (error) {
          // Alerting would keep but its message.
          refusals.push(error);
          throw error;
        }
      },
    });
    if (refusals.length > 0) throw refusals[0];
    const refused = errors.find(({ rule }) => rule.id === id);
    if (refused) throw toRefusal(refused.message);
    if (total === 0) throw new DomainError('rule_not_found', {});
    return { rules: await catalogue.list() };
  };

/** Alerting says in words alone why a rule was not written. */
const toRefusal = (message: string): DomainError => {
  const reason = message.replace(/\.\s*$/, '');
  return new DomainError(/\bconflict$/.test(reason) ? 'refused_conflict' : 'refused_invalid', {
    reason,
  });
};
