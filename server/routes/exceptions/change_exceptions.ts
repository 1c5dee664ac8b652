import type { KibanaRequest } from '@kbn/core/server';
import type { RuleList } from '../../../common/api/rule_status';
import { DomainError } from '../../../common/errors/domain_error';
import type { RuleException } from '../../../common/exception/exception';
import { ruleParamsSchema } from '../../../common/rule/rule_params';
import { getRules } from '../rules/get_rules';
import { toKeptFields } from '../rules/to_kept_fields';
import type { RouteDependencies } from '../route_dependencies';

/** Replaces the exceptions of the rule that a request names; all else of the rule stays. */
export const changeExceptions = async (
  dependencies: RouteDependencies,
  request: KibanaRequest<{ id: string }>,
  change: (exceptions: readonly RuleException[]) => RuleException[]
): Promise<RuleList> => {
  const { rules, catalogue } = await getRules(dependencies, request);
  const { kind, id } = await catalogue.get(request.params.id);
  if (kind === 'absent') throw new DomainError('rule_not_found', {});
  const stored = await rules.get({ id });
  const params = ruleParamsSchema.parse(stored.params);
  await rules.update({
    id,
    data: {
      ...toKeptFields(stored),
      params: { ...params, exceptions: change(params.exceptions ?? []) },
      schedule: stored.schedule,
    },
  });
  return { rules: await catalogue.list() };
};
