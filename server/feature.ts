import type { FeaturePrivilege, KibanaFeatureConfig } from '@kbn/features-plugin/server';
import { i18n } from '@kbn/i18n';
import { FEATURE_ID, PLUGIN_ID } from '../common/product';
import { TRIAGE_TYPE } from './elastic/triage/triage_saved_object';
import { toApiPrivilege, toFeatureAlerting } from './kibana_version';

/** Kibana's own API privilege for reading and updating alerts through the rule registry. */
const RULE_REGISTRY_API = 'rac';

/** Kibana's own page of rules, where administrators attach actions to ours. */
const MANAGEMENT = { insightsAndAlerting: ['triggersActions'] };

/** The feature administrators grant: `read` sees alerts and runs, `all` also changes alerts and the rule. */
export const createFeature = (kibanaVersion: string): KibanaFeatureConfig => {
  const alerting = [toFeatureAlerting(kibanaVersion)];
  const toPrivilege = (
    privilege: Pick<FeaturePrivilege, 'api' | 'ui' | 'alerting' | 'savedObject'>
  ): FeaturePrivilege => ({
    app: [PLUGIN_ID],
    management: MANAGEMENT,
    ...privilege,
  });
  return {
    id: FEATURE_ID,
    name: i18n.translate('webServerRce.feature.name', { defaultMessage: 'Web Server RCE' }),
    category: {
      id: 'securitySolution',
      label: i18n.translate('webServerRce.feature.category', { defaultMessage: 'Security' }),
      order: 4000,
      euiIconType: 'logoSecurity',
    },
    app: [PLUGIN_ID],
    management: MANAGEMENT,
    alerting,
    privileges: {
      all: toPrivilege({
        api: [toApiPrivilege('read'), toApiPrivilege('all'), RULE_REGISTRY_API],
        ui: ['show', 'save'],
        savedObject: { all: [TRIAGE_TYPE], read: [] },
        alerting: { rule: { all: alerting }, alert: { all: alerting } },
      }),
      read: toPrivilege({
        api: [toApiPrivilege('read'), RULE_REGISTRY_API],
        ui: ['show'],
        savedObject: { all: [], read: [TRIAGE_TYPE] },
        alerting: { rule: { read: alerting }, alert: { read: alerting } },
      }),
    },
  };
};
