import type { AlertingServerSetup, AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { CoreSetup, PluginInitializerContext } from '@kbn/core/server';
import type { FeaturesPluginSetup } from '@kbn/features-plugin/server';
import { i18n } from '@kbn/i18n';
import { DomainError } from '../common/errors/domain_error';
import { toLocale } from '../common/i18n/locale';
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

/** The server half: wires the rule type, the feature and the routes to the host it runs in. */
export class ServerPlugin<Start extends StartDependencies = StartDependencies> {
  private readonly context: PluginInitializerContext;
  private readonly createAdapters: (core: CoreSetup<Start>) => Adapters;
  private readonly now: () => Date;

  constructor(
    context: PluginInitializerContext,
    createAdapters: (core: CoreSetup<Start>) => Adapters,
    now: () => Date
  ) {
    this.context = context;
    this.createAdapters = createAdapters;
    this.now = now;
  }

  /** @throws DomainError `dependency_missing` when a required plugin is absent */
  setup(core: CoreSetup<Start>, dependencies: SetupDependencies): void {
    for (const dependency of ['alerting', 'features'] as const) {
      if (!dependencies[dependency]) throw new DomainError('dependency_missing', { dependency });
    }
    const adapters = this.createAdapters(core);
    const locale = toLocale(i18n.getLocale());
    dependencies.features.registerKibanaFeature(
      createFeature(this.context.env.packageInfo.version)
    );
    dependencies.alerting.registerType(createRuleType({ adapters, locale, now: this.now }));
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
}
