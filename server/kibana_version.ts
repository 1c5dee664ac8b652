import type { AlertingServerStart, RuleEdit, RulesClient } from '@kbn/alerting-plugin/server';
import type { KibanaRequest, RouteConfig } from '@kbn/core/server';
import type { FeatureAlerting } from '@kbn/features-plugin/server';
import type { EndpointPrivilege } from '../common/api/endpoint';
import { isKibanaAtLeast } from '../common/is_kibana_at_least';
import { FEATURE_ID, RULE_TYPE_ID } from '../common/product';

/** Everything in which Kibana 8.12 and 9.x differ for the server half. Nothing else asks for a version. */

/** Name of the API privilege behind a feature privilege, as routes and roles know it. */
export const toApiPrivilege = (privilege: EndpointPrivilege): string =>
  `${FEATURE_ID}_${privilege}`;

/** 8.12 authorises by tag, 9.x by `security`; each reads its own and leaves the other alone. */
export const toRouteAuthorization = (
  privilege: EndpointPrivilege
): Pick<RouteConfig<unknown, unknown, unknown>, 'options' | 'security'> => ({
  options: { access: 'internal', tags: [`access:${toApiPrivilege(privilege)}`] },
  security: { authz: { requiredPrivileges: [toApiPrivilege(privilege)] } },
});

/** How a feature names the rule type it owns: an id, from 8.18 on with its consumers. The other form ends Kibana's boot. */
export const toFeatureAlerting = (kibanaVersion: string): FeatureAlerting =>
  isKibanaAtLeast(kibanaVersion, 8, 18)
    ? { ruleTypeId: RULE_TYPE_ID, consumers: [FEATURE_ID] }
    : RULE_TYPE_ID;

/** The rules client under the caller's rights; 9.x answers a Promise. */
export const getRulesClient = async (
  alerting: AlertingServerStart,
  request: KibanaRequest
): Promise<RulesClient> => alerting.getRulesClientWithRequest(request);

/** Switches a rule on or off; 9.x renamed the two methods. */
export const switchRule = async (
  rules: RulesClient,
  id: string,
  enabled: boolean
): Promise<void> => {
  if ('enableRule' in rules) {
    await (enabled ? rules.enableRule({ id }) : rules.disableRule({ id }));
  } else {
    await (enabled ? rules.enable({ id }) : rules.disable({ id }));
  }
};

/** A rule's parameters out of what an edit hands over: 8.12 the parameters, newer Kibanas the whole rule. */
export const toGivenParams = (given: Parameters<RuleEdit['paramsModifier']>[0]): unknown =>
  'id' in given && 'params' in given ? given.params : given;

/** What says in which space a rule's live query belongs: before 9 live queries have none, and an alert's document stands there. */
export const toSpaceArguments = (
  kibanaVersion: string,
  spaceId: string
): [] | [{ space: { id: string } }] =>
  Number(kibanaVersion.split('.')[0]) >= 9 ? [{ space: { id: spaceId } }] : [];
