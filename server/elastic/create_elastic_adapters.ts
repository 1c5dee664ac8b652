import type { CoreSetup, KibanaRequest, UserElasticsearchClient } from '@kbn/core/server';
import type { OsqueryPluginSetup } from '@kbn/osquery-plugin/server';
import type { SecurityPluginStart } from '@kbn/security-plugin/server';
import type { RuleRegistryPluginStart } from '@kbn/rule-registry-plugin/server';
import type { SpacesPluginStart } from '@kbn/spaces-plugin/server';
import { DomainError } from '../../common/errors/domain_error';
import type { SetupDependencies, StartDependencies } from '../plugin';
import type { Adapters } from '../ports/adapters';
import type { TriageStore } from '../ports/triage_store';
import { withAssignees } from '../triage/with_assignees';
import { EVIDENCE_TYPE, evidenceSavedObject } from './evidence/evidence_saved_object';
import { createEsEventReader } from './es_event_reader';
import { createEsEventSurveyor } from './es_event_surveyor';
import { createEsReadinessProbe } from './es_readiness_probe';
import { createEsRequestReader } from './es_request_reader';
import { findKibanaPeople } from './triage/find_kibana_people';
import { createFrameworkAlertWriter } from './framework_alert_writer';
import { createOsqueryEvidenceTaker } from './evidence/osquery_evidence_taker';
import { createRacAlertStore } from './rac_alert_store';
import { createEsSecurityAlerts } from './security/es_security_alerts';
import { findOwnRows } from './security/find_own_rows';
import { withSecurityAlerts } from './security/with_security_alerts';
import { createSavedRunStore } from './saved_run_store';
import { RUNS_TYPE, runSavedObject } from './run_saved_object';
import { createSavedEvidenceSwitch } from './evidence/saved_evidence_switch';
import { createSavedTriageStore } from './triage/saved_triage_store';
import { TRIAGE_TYPE, triageSavedObject } from './triage/triage_saved_object';

export interface ElasticSetupDependencies extends SetupDependencies {
  /** Absent where Kibana has no Osquery. */
  readonly osquery?: OsqueryPluginSetup;
}

export interface ElasticStartDependencies extends StartDependencies {
  readonly ruleRegistry: RuleRegistryPluginStart;
  /** Absent where an administrator switched security off. */
  readonly security?: SecurityPluginStart;
  readonly spaces: SpacesPluginStart;
}

/** The plugin's ports on Elasticsearch and Kibana's services. */
export const createElasticAdapters = (
  core: CoreSetup<ElasticStartDependencies>,
  { osquery }: ElasticSetupDependencies,
  kibanaVersion: string
): Adapters => {
  core.savedObjects.registerType(triageSavedObject);
  core.savedObjects.registerType(runSavedObject);
  core.savedObjects.registerType(evidenceSavedObject);
  const getClient = async (request: KibanaRequest): Promise<UserElasticsearchClient> => {
    const [{ elasticsearch }] = await core.getStartServices();
    return elasticsearch.client.asScoped(request).asCurrentUser;
  };
  const getSpaceId = async (request: KibanaRequest): Promise<string> => {
    const [, { spaces }] = await core.getStartServices();
    if (!spaces) throw new DomainError('dependency_missing', { dependency: 'spaces' });
    return spaces.spacesService.getSpaceId(request);
  };
  const getTriageStore = async (request: KibanaRequest): Promise<TriageStore> => {
    const [{ savedObjects }] = await core.getStartServices();
    const options = { includedHiddenTypes: [TRIAGE_TYPE] };
    return createSavedTriageStore(savedObjects.getScopedClient(request, options));
  };
  return {
    // Under the rule's API key: the rule sees what the person who enabled it may see, of events and of access logs.
    createEventReader: ({ services }) =>
      createEsEventReader(services.scopedClusterClient.asCurrentUser),
    createAlertWriter: (run) => createFrameworkAlertWriter(run, core.http.basePath.publicBaseUrl),
    createRequestReader: ({ services }) =>
      createEsRequestReader(services.scopedClusterClient.asCurrentUser),
    getAlertStore: async (request) => {
      const [, { ruleRegistry }] = await core.getStartServices();
      if (!ruleRegistry)
        throw new DomainError('dependency_missing', { dependency: 'ruleRegistry' });
      const alerts = await ruleRegistry.getRacClientWithRequest(request);
      const store = withSecurityAlerts(
        createRacAlertStore(alerts),
        createEsSecurityAlerts(await getClient(request), await getSpaceId(request)),
        (rowIds) => findOwnRows(alerts, rowIds)
      );
      return withAssignees(store, await getTriageStore(request));
    },
    getEventReader: async (request) => createEsEventReader(await getClient(request)),
    getEventSurveyor: async (request) => createEsEventSurveyor(await getClient(request)),
    getReadinessProbe: async (request) => createEsReadinessProbe(await getClient(request)),
    getRequestReader: async (request) => createEsRequestReader(await getClient(request)),
    getTriageStore,
    getRunStore: (spaceId) =>
      createSavedRunStore(async () => {
        const [{ savedObjects }] = await core.getStartServices();
        return savedObjects.createInternalRepository([RUNS_TYPE]);
      }, spaceId),
    evidenceTaker: createOsqueryEvidenceTaker(osquery?.createActionService, kibanaVersion),
    evidenceSwitch: createSavedEvidenceSwitch(async () => {
      const [{ savedObjects }] = await core.getStartServices();
      return savedObjects.createInternalRepository([EVIDENCE_TYPE]);
    }),
    mayRunLiveQueries: async (request) => {
      const [{ capabilities }] = await core.getStartServices();
      const options = { capabilityPath: 'osquery.*' };
      const resolved = await capabilities.resolveCapabilities(request, options);
      return resolved['osquery']?.['writeLiveQueries'] === true;
    },
    getSpaceId,
    findUserName: async (request) => {
      const [, { security }] = await core.getStartServices();
      return security?.authc.getCurrentUser(request)?.username;
    },
    findPeople: async (request) => {
      const [[, { security }], spaceId, triages] = await Promise.all([
        core.getStartServices(),
        getSpaceId(request),
        getTriageStore(request),
      ]);
      return findKibanaPeople(security, request, spaceId, triages);
    },
  };
};
