import type { AlertsClient, RuleExecutorServices } from '@kbn/alerting-plugin/server';
import type {
  CoreSetup,
  ElasticsearchClient,
  Logger,
  PluginInitializerContext,
  UserElasticsearchClient,
} from '@kbn/core/server';
import type { KibanaFeatureConfig } from '@kbn/features-plugin/server';
import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import { ALERTS_INDEX } from '../../../server/elastic/alerts_index';
import type { ElasticStartDependencies } from '../../../server/elastic/create_elastic_adapters';
import type { SetupDependencies } from '../../../server/plugin';
import { createMemoryAlertsClient } from '../elasticsearch/create_memory_alerts_client';
import { createMemoryElasticsearch } from '../elasticsearch/create_memory_elasticsearch';
import { checkFeature } from './check_feature';
import { createKibanaRouter, type RouteCall } from './create_kibana_router';
import { createKibanaRules } from './create_kibana_rules';
import { createKibanaSavedObjects } from './create_kibana_saved_objects';
import { toKibanaLine } from './kibana_line';

/** The server half of a plugin, as Kibana finds it in the installed zip. */
export type KibanaPlugin = (context: PluginInitializerContext) => {
  setup(core: CoreSetup<ElasticStartDependencies>, dependencies: SetupDependencies): unknown;
  start(): unknown;
};

const CONCRETE_INDEX = `.internal${ALERTS_INDEX}-000001`;
/** Alerting’s own words, which come without a code. */
const CANCELLED = 'EQL search has been aborted due to cancelled execution';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};

/** A Kibana of one line around a plugin: boots it, answers its users, runs its rules. */
export const createKibana = (version: string, plugin: KibanaPlugin) => {
  const line = toKibanaLine(version);
  const elasticsearch = createMemoryElasticsearch();
  elasticsearch.createIndex(CONCRETE_INDEX, ALERTS_INDEX);
  const savedObjects = createKibanaSavedObjects();
  const rules = createKibanaRules(line);
  const router = createKibanaRouter(line);
  const features = new Map<string, KibanaFeatureConfig>();
  const startDependencies: ElasticStartDependencies = {
    alerting: rules.start,
    ruleRegistry: { getRacClientWithRequest: async () => createMemoryAlertsClient(elasticsearch) },
    spaces: { spacesService: { getSpaceId: () => 'default' } },
    security: {
      authc: { getCurrentUser: () => ({ username: 'ann' }) },
      authz: { actions: { api: { get: (privilege) => `api:${privilege}` } } },
      userProfiles: {
        suggest: async ({ requiredPrivileges: { spaceId, privileges } }) =>
          spaceId === 'default' && privileges.kibana.join() === 'api:webServerRce_read'
            ? [{ user: { username: 'bob' } }, { user: { username: 'ann' } }]
            : [],
      },
    },
  };
  const core: CoreSetup<ElasticStartDependencies> = {
    http: { createRouter: () => router.router, basePath: {} },
    savedObjects: { registerType: () => undefined },
    getStartServices: async () => [
      {
        elasticsearch: {
          client: { asScoped: () => ({ asCurrentUser: asUser(elasticsearch.client) }) },
        },
        capabilities: {
          resolveCapabilities: async () => ({ osquery: { writeLiveQueries: true } }),
        },
        savedObjects: {
          getScopedClient: () => ({
            get: (type, id) => savedObjects.get(type, id, { namespace: 'default' }),
            create: (type, attributes, options) =>
              savedObjects.create(type, attributes, { ...options, namespace: 'default' }),
            // Nobody has been given an alert in these walks.
            bulkGet: async (asked) => ({
              saved_objects: asked.map(({ id }) => ({ id, error: { statusCode: 404 } })),
            }),
            find: async () => ({ saved_objects: [] }),
          }),
          createInternalRepository: () => savedObjects,
        },
      },
      startDependencies,
      {},
    ],
  };

  /** @param privilege of our feature that the user's role has */
  const call = (privilege: 'all' | 'read' | 'none', request: Omit<RouteCall, 'privileges'>) => {
    const [feature] = features.values();
    const privileges = privilege === 'none' ? [] : (feature?.privileges[privilege].api ?? []);
    return router.call({ ...request, privileges });
  };

  return {
    line,
    elasticsearch,
    rules: rules.rules,
    call,
    /** @throws Error where this Kibana would not start */
    boot(): void {
      const instance = plugin({
        logger: silent,
        env: { packageInfo: { version } },
      });
      instance.setup(core, {
        alerting: rules.setup,
        features: {
          registerKibanaFeature(feature) {
            checkFeature(feature, line);
            features.set(feature.id, feature);
          },
        },
      });
      router.checkRoutes();
      instance.start();
    },
    /** One run of an enabled rule, its alerts stored afterwards. @returns what it said of itself */
    async runRule(
      id: string,
      startedAt: Date,
      { state = {}, shouldStop = () => false }: { state?: unknown; shouldStop?: () => boolean } = {}
    ) {
      const rule = rules.rules.get(id);
      const type = rules.types.get(rule?.alertTypeId ?? '');
      if (!rule || !type) throw new Error(`There is no rule ${id}.`);
      const taken = new Map<string, AlertDocument>();
      const said: string[] = [];
      const asCurrentUser = line.replacesEqlSignal
        ? followOwnSignal(elasticsearch.client, shouldStop)
        : elasticsearch.client;
      const services: RuleExecutorServices = {
        scopedClusterClient: { asCurrentUser, asInternalUser: elasticsearch.client },
        alertsClient: createAlertsClientDouble(taken),
        shouldStopExecution: shouldStop,
        ruleResultService: {
          addLastRunWarning: (message) => said.push(message),
          addLastRunError: (message) => said.push(message),
          setLastRunOutcomeMessage: (message) => said.push(message),
        },
      };
      const { state: next } = await type.executor({
        executionId: 'run',
        logger: silent,
        params: rule.params,
        state,
        startedAt,
        previousStartedAt: null,
        spaceId: 'default',
        rule,
        services,
      });
      elasticsearch.put(
        [...taken].map(([instanceId, payload]) => {
          const uuid = toUuid(instanceId);
          const _source = {
            ...payload,
            [ALERT_FIELD.raisedAt]: startedAt.toISOString(),
            [ALERT_FIELD.uuid]: uuid,
            [ALERT_FIELD.instanceId]: instanceId,
            [ALERT_FIELD.status]: 'open',
            [ALERT_FIELD.ruleName]: rule.name,
            [ALERT_FIELD.ruleParameters]: rule.params,
            [ALERT_FIELD.ruleUuid]: rule.id,
            [ALERT_FIELD.ruleTypeId]: rule.alertTypeId,
          };
          return { _index: CONCRETE_INDEX, _id: uuid, _source };
        })
      );
      return { alerts: taken.size, said, state: next };
    },
  };
};

/** A user who may read everything and whose indices map nothing. */
const asUser = (client: ElasticsearchClient): UserElasticsearchClient => ({
  ...client,
  fieldCaps: async () => ({ fields: {} }),
  security: { hasPrivileges: async () => ({ index: {} }) },
});

const toUuid = (instanceId: string): string => `uuid-of-${instanceId.replace(/\W/g, '-')}`;

const createAlertsClientDouble = (taken: Map<string, AlertDocument>): AlertsClient => ({
  report({ id, payload }) {
    if (taken.has(id)) throw new Error(`Can't schedule ${id} twice.`);
    taken.set(id, payload);
    return { uuid: toUuid(id) };
  },
  setAlertData({ id, payload }) {
    if (!taken.has(id)) throw new Error(`Alert ${id} was not reported.`);
    taken.set(id, { ...taken.get(id), ...payload });
  },
  getAlertLimitValue: () => 1000,
  setAlertLimitReached: () => undefined,
});

/** As the newer lines wrap the client: our signal is left out, and a cancelled run is told in words alone. */
const followOwnSignal = (
  client: ElasticsearchClient,
  shouldStop: () => boolean
): ElasticsearchClient => ({
  ...client,
  eql: {
    async search(params) {
      const found = await client.eql.search(params);
      if (shouldStop()) throw new Error(CANCELLED);
      return found;
    },
  },
});
