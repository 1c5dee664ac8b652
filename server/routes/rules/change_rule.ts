import type { Rule } from '@kbn/alerting-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import type { RuleList } from '../../../common/api/rule_status';
import { DomainError } from '../../../common/errors/domain_error';
import { ruleParamsSchema, type RuleParams } from '../../../common/rule/rule_params';
import type { RouteDependencies } from '../route_dependencies';
import { getRules } from './get_rules';
import { toKeptFields } from './to_kept_fields';

/** What a change makes of a rule; a schedule that is left out stays. */
interface ChangedRule {
  readonly params: RuleParams;
  readonly schedule?: Rule['schedule'];
}

/**
 * Changes the rule that a request names; all else of it stays.
 * @param change is given the rule's parameters as they are when it is its turn
 * @throws DomainError `rule_not_found`, and what `change` throws
 */
export type ChangeRule = (
  request: KibanaRequest<{ id: string }>,
  change: (params: RuleParams) => ChangedRule
) => Promise<RuleList>;

/**
 * Alerting's update replaces all parameters, and never says that they were changed since they were read: changes of one rule
 * take turns, or the slower of two would take back what the other has saved.
 */
export const createChangeRule = (dependencies: RouteDependencies): ChangeRule => {
  const turns = new Map<string, Promise<unknown>>();
  const takeTurn = async (id: string, work: () => Promise<unknown>): Promise<void> => {
    const before = turns.get(id) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(work);
    turns.set(id, turn);
    try {
      await turn;
    } finally {
      if (turns.get(id) === turn) turns.delete(id);
    }
  };
  return async (request, change) => {
    const { rules, catalogue } = await getRules(dependencies, request);
    const { kind, id } = await catalogue.get(request.params.id);
    if (kind === 'absent') throw new DomainError('rule_not_found', {});
    await takeTurn(id, async () => {
      const stored = await rules.get({ id });
      const { params, schedule = stored.schedule } = change(ruleParamsSchema.parse(stored.params));
      await rules.update({ id, data: { ...toKeptFields(stored), params, schedule } });
    });
    return { rules: await catalogue.list() };
  };
};
