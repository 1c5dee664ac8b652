import type { CoreSetup } from '@kbn/core/server';
import type { RuleRegistryPluginStart } from '@kbn/rule-registry-plugin/server';
import { DomainError } from '../../common/errors/domain_error';
import type { StartDependencies } from '../plugin';
import type { Adapters } from '../ports/adapters';
import { createEsEventReader } from './es_event_reader';
import { createFrameworkAlertWriter } from './framework_alert_writer';
import { createRacAlertStore } from './rac_alert_store';

export interface ElasticStartDependencies extends StartDependencies {
  readonly ruleRegistry: RuleRegistryPluginStart;
}

/** The plugin's ports on Elasticsearch and Kibana's services. */
export const createElasticAdapters = (core: CoreSetup<ElasticStartDependencies>): Adapters => ({
  // Under the rule's API key: the rule sees what the person who enabled it may see.
  createEventReader: ({ services }) =>
    createEsEventReader(services.scopedClusterClient.asCurrentUser),
  createAlertWriter: createFrameworkAlertWriter,
  getAlertStore: async (request) => {
    const [, { ruleRegistry }] = await core.getStartServices();
    if (!ruleRegistry) throw new DomainError('dependency_missing', { dependency: 'ruleRegistry' });
    return createRacAlertStore(await ruleRegistry.getRacClientWithRequest(request));
  },
});
