import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@kbn/core/server';
import type { Locale } from '../common/i18n/locale';
import { WebServerRcePlugin } from '../server/plugin';
import { createAlerting } from './kibana/alerting/create_alerting';
import { createCore } from './kibana/create_core';
import { createFeatures } from './kibana/features';
import { createHttpServer } from './kibana/http/create_http_server';
import { createRouter } from './kibana/http/create_router';
import { serveBrowser } from './kibana/http/serve_browser';
import { createLocalAdapters } from './local/create_local_adapters';
import type { InputOption } from './options/parse_options';
import { createLocalOsquery } from './osquery/create_local_osquery';
import { createLiveQueries } from './osquery/live_queries';
import { registerLiveQueryRoutes } from './osquery/register_live_query_routes';
import { PRODUCT_VERSION } from './product_version';
import { PROJECT_DIRECTORY } from './project_directory';
import { enableRuleAtFirstStart } from './rule/enable_rule_at_first_start';
import { registerSessionRoute } from './session/register_session_route';
import { createEventInput } from './sources/create_event_input';
import { ingest } from './sources/ingest';
import { openStore, type Store } from './store/open_store';

export interface HostOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly dataDirectory: string;
  readonly input: InputOption;
  /** Language alerts are written in. */
  readonly locale: Locale;
  readonly now: () => Date;
  readonly logger: Logger;
}

export interface Host {
  readonly store: Store;
  /** `agent.id` of this machine. */
  readonly agentId: string;
  /** Listens, with the browser app of this directory. */
  listen(bundle: string): Promise<{ url: string }>;
  /** Resolves when the input has ended and no rule run is under way or waiting; never while a log is followed. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The whole product on one machine: the plugin's server half on local ports, and the services Kibana would give it.
 * Reading events and running the rule begin at once; `listen` opens the door.
 * @throws StoreTakenError while another process has the data directory
 */
export const createHost = async (options: HostOptions): Promise<Host> => {
  const { now, logger, locale } = options;
  const store = await openStore(options.dataDirectory);
  const agent = {
    id: await store.getSetting('agentId', randomUUID),
    hostname: hostname(),
    version: PRODUCT_VERSION,
  };

  const alerting = createAlerting({
    store: store.rules,
    version: PRODUCT_VERSION,
    now,
    logger: logger.get('alerting'),
  });
  const features = createFeatures();
  const server = await createHttpServer({ port: options.port, logger: logger.get('http') });
  const router = createRouter(server, logger.get('http'));
  const plugin = new WebServerRcePlugin(
    { logger: logger.get('plugin'), env: { packageInfo: { version: PRODUCT_VERSION } } },
    () => createLocalAdapters(store)
  );
  plugin.setup(createCore({ router, alerting: alerting.start }), {
    alerting: alerting.setup,
    features: features.setup,
  });

  const osquery = createLocalOsquery();
  const liveQueries = createLiveQueries({
    osquery,
    store: store.liveQueries,
    agent,
    now: () => now().getTime(),
    newId: randomUUID,
    onProblem: (error) => logger.error(String(error)),
  });
  registerLiveQueryRoutes({ router, liveQueries, agent, now: () => now().getTime() });
  registerSessionRoute(router, () => ({
    locale,
    capabilities: { ...features.getCapabilities(), osquery: OSQUERY_CAPABILITIES },
    version: PRODUCT_VERSION,
    agentId: agent.id,
  }));

  const stopping = new AbortController();
  alerting.resume();
  await enableRuleAtFirstStart(server, store.rules);
  const ingested = ingest({
    input: createEventInput(options.input, {
      agent,
      isEmpty: () => store.events.isEmpty(),
      now,
      logger,
    }),
    events: store.events,
    onArrival: (oldest) => alerting.eventsArrived(oldest),
    signal: stopping.signal,
    logger,
  });

  return {
    store,
    agentId: agent.id,
    async listen(bundle) {
      serveBrowser(server, { bundle, translations: join(PROJECT_DIRECTORY, 'translations') });
      await server.start();
      return { url: `http://127.0.0.1:${server.info.port}` };
    },
    async idle() {
      await ingested;
      await alerting.settled();
    },
    async stop() {
      stopping.abort();
      await server.stop({ timeout: 1000 });
      await ingested;
      await alerting.stop();
      await osquery.close();
      await liveQueries.settled();
      await store.close();
    },
  };
};

/** What Kibana's Osquery feature grants with all privileges. */
const OSQUERY_CAPABILITIES = {
  read: true,
  write: true,
  readLiveQueries: true,
  writeLiveQueries: true,
  runSavedQueries: true,
};
