import type { AlertingServerSetup, AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { CoreSetup, PluginInitializerContext } from '@kbn/core/server';
import type { FeaturesPluginSetup } from '@kbn/features-plugin/server';
import { i18n } from '@kbn/i18n';
import { DomainError } from '../common/errors/domain_error';
import { toLocale } from '../common/i18n/locale';
import { createEvidenceCollector, type EvidenceCollector } from './evidence/evidence_collector';
import { createFeature } from './feature';
import type { Adapters } from './ports/adapters';
import { registerRoutes } from './routes/register_routes';
import { createRuleType } from './rule_type/rule_type';

export interface SetupDependencies {
  readonly alerting: AlertingServerSetup;
  readonly features: FeaturesPluginSetup;
}

export interface StartDependencies {
  readonly alerting: AlertingServerStart;
}

/** Makes the ports of one host. */
type CreateAdapters<Start, Setup> = (
  core: CoreSetup<Start>,
  dependencies: Setup,
  hostVersion: string
) => Adapters;

/** The server half: wires the rule type, the feature and the routes to the host it runs in. */
export class ServerPlugin<
  Start extends StartDependencies = StartDependencies,
  Setup extends SetupDependencies = SetupDependencies,
> {
  private readonly context: PluginInitializerContext;
  private readonly createAdapters: CreateAdapters<Start, Setup>;
  private readonly now: () => Date;
  private evidence: EvidenceCollector | undefined;

  constructor(
    context: PluginInitializerContext,
    createAdapters: CreateAdapters<Start, Setup>,
    now: () => Date
  ) {
    this.context = context;
    this.createAdapters = createAdapters;
    this.now = now;
  }

  /** @throws DomainError `dependency_missing` when a required plugin is absent */
  setup(core: CoreSetup<Start>, dependencies: Setup): void {
    for (const dependency of ['alerting', 'features'] as const) {
      if (!dependencies[dependency]) throw new DomainError('dependency_missing', { dependency });
    }
    const { version } = this.context.env.packageInfo;
    const adapters = this.createAdapters(core, dependencies, version);
    const logger = this.context.logger.get('evidence');
    const evidence = createEvidenceCollector({
      ...adapters,
      now: this.now,
      schedule: (ms, work) => void setTimeout(work, ms).unref(),
      onProblem: (error) => logger.warn(`Evidence was not taken: ${String(error)}`),
    });
    this.evidence = evidence;
    const locale = toLocale(i18n.getLocale());
    dependencies.features.registerKibanaFeature(createFeature(version));
    dependencies.alerting.registerType(
      createRuleType({ adapters, evidence, locale, now: this.now })
    );
    registerRoutes({
      router: core.http.createRouter(),
      adapters,
      getAlerting: async () => (await core.getStartServices())[1].alerting,
      locale,
      logger: this.context.logger.get('routes'),
      now: this.now,
    });
  }

  /** Kibana calls it and ends the boot when it is missing. */
  start(): void {}

  /** Kibana calls it at its end. */
  stop(): void {
    const waiting = this.evidence?.stop() ?? 0;
    if (waiting === 0) return;
    this.context.logger
      .get('evidence')
      .info(
        `${waiting} alerts were to have their hosts asked again within the minute. What was taken before stays with them; their queries can be run from the alert.`
      );
  }
}
