import type { KibanaRequest } from '@kbn/core/server';
import { getRuleEvidence, setRuleEvidence } from '../../../common/api/rule_evidence';
import { DomainError } from '../../../common/errors/domain_error';
import type { RuleAddress } from '../../ports/evidence_switch';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import { getRules } from './get_rules';

/** Tells and changes whether a rule has evidence taken. */
export const registerRuleEvidence = (dependencies: RouteDependencies): void => {
  const { adapters } = dependencies;
  const { evidenceSwitch } = adapters;
  registerEndpoint(dependencies, getRuleEvidence, async (request) => ({
    isOn: await evidenceSwitch.isOn(await getAddress(dependencies, request)),
    maySwitchOn: await adapters.mayRunLiveQueries(request),
  }));
  registerEndpoint(dependencies, setRuleEvidence, async (request) => {
    const { isOn } = request.body;
    const maySwitchOn = await adapters.mayRunLiveQueries(request);
    if (isOn && !maySwitchOn) throw new DomainError('live_queries_not_allowed', {});
    await evidenceSwitch.set(await getAddress(dependencies, request), isOn);
    return { isOn, maySwitchOn };
  });
};

/** @throws DomainError `rule_not_found` for a rule that this user may not see, or that is none of ours */
const getAddress = async (
  dependencies: RouteDependencies,
  request: KibanaRequest<{ id: string }>
): Promise<RuleAddress> => {
  const { catalogue } = await getRules(dependencies, request);
  const { id } = await catalogue.get(request.params.id);
  return { spaceId: await dependencies.adapters.getSpaceId(request), ruleUuid: id };
};
