import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@kbn/core/server';
import type { Locale } from '../common/i18n/locale';
import { ServerPlugin } from '../server/plugin';
import { createArrivalSearch } from './ingest/create_arrival_search';
import { createAccess } from './access/create_access';
import { removeAccessFile, writeAccessFile } from './access/access_file';
import { registerOpenSession } from './access/register_open_session';
import { requireAccess } from './access/require_access';
import { toLink } from './access/to_link';
import { openAuditTrail } from './audit_trail/open_audit_trail';
import { recordChanges } from './audit_trail/record_changes';
import { startIngest, type Ingest } from './ingest/start_ingest';
import { createAlerting } from './kibana/alerting/create_alerting';
import { i18n } from './kibana/i18n';
import { createServerCore } from './kibana/create_server_core';
import { createLocalEvidenceTaker } from './evidence/create_local_evidence_taker';
import { createFeatures } from './kibana/features';
import { createHttpServer } from './kibana/http/create_http_server';
import { createRouter } from './kibana/http/create_router';
import { serveBrowser } from './kibana/http/serve_browser';
import { createLocalAdapters } from './local/create_local_adapters';
import type { AccessLog } from './local/local_request_reader';
import { createStandingMatches } from './local/create_standing_matches';
import { createKeepingLogger } from './log/create_keeping_logger';
import type { InputOption } from './sources/input_option';
import { createLocalOsquery } from '../engines/osquery';
import { createLiveQueries } from './kibana/osquery/live_queries';
import { registerLiveQueryRoutes } from './kibana/osquery/register_live_query_routes';
import { createShutdown, type Shutdown } from './create_shutdown';
import { PRODUCT_VERSION } from './product_version';
import { PROJECT_DIRECTORY } from './project_directory';
import { enableRulesAtFirstStart } from './rule/enable_rules_at_first_start';
import { listStandingQueries } from './rule/list_standing_queries';
import { keepStoreSmall } from './retention/keep_store_small';
import { registerSessionRoute } from './session/register_session_route';
import { createRecordedAgents } from './recording/create_recorded_agents';
import { listRecordedAccessLogs } from './recording/list_recorded_access_logs';
import { findRecording, findRecordingEnd } from './sources/find_recording';
import { DEFAULT_RETENTION, type Retention } from './retention/apply_retention';
import { openStore, type Store } from './store/open_store';

export interface HostOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly dataDirectory: string;
  readonly input: InputOption;
  /** Access logs of the servers whose events are read. */
  readonly accessLogs?: readonly AccessLog[];
  /** Ids of the rules that are switched on where none exists yet; all if left out. */
  readonly firstRules?: readonly string[];
  /** The default if left out. */
  readonly retention?: Retention;
  /** Language alerts are written in. */
  readonly locale: Locale;
  readonly now: () => Date;
  readonly logger: Logger;
}

export interface Host {
  readonly store: Store;
  /** `agent.id` of this machine. */
  readonly agentId: string;
  /**
   * Takes the port, and then serves the browser app.
   * @param getBundle gives the app's directory; making it takes long, so a port that is taken is found before
   */
  listen(getBundle: () => Promise<string>): Promise<{
    url: string;
    /** What opens the page, once and soon. */
    createLink: () => string;
  }>;
  /** Resolves at the end of the input; rejects with what it can't be read for. */
  readonly inputEnded: Promise<void>;
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
  const shutdown = createShutdown(options.logger);
  try {
    return await openHost(options, shutdown);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
};

const openHost = async (options: HostOptions, shutdown: Shutdown): Promise<Host> => {
  const { now, logger, locale } = options;
  const store = await openStore(options.dataDirectory, (sentence) => logger.warn(sentence));
  shutdown.add(() => store.close());
  const agent = {
    id: await store.getSetting('agentId', randomUUID),
    hostname: hostname(),
    version: PRODUCT_VERSION,
  };

  const startedAt = now();
  const recording =
    options.input.kind === 'recording' ? await findRecording(store.events, startedAt) : undefined;
  const recordingEnd = recording?.endsAt ?? findRecordingEnd(store.events);
  if (recordingEnd !== undefined) logger.warn(toRecordingText());
  const recorded = recordingEnd === undefined ? [] : createRecordedAgents(recordingEnd);
  const accessLogs = [
    ...(options.accessLogs ?? []),
    ...(recordingEnd === undefined ? [] : listRecordedAccessLogs(recordingEnd)),
  ];
  const agents = [agent, ...recorded.map((one) => one.agent)] as const;
  const inputLog = createKeepingLogger(logger.get('events'));

  // Before the ingest thread starts nothing arrives, so there is nothing to watch.
  let ingest: Ingest | undefined;
  const standing = createStandingMatches(async (queries) => ingest?.watch(queries));

  const alerting = createAlerting({
    store: store.rules,
    version: PRODUCT_VERSION,
    now,
    logger: logger.get('alerting'),
  });
  shutdown.add(() => alerting.stop());
  const features = createFeatures();
  const server = await createHttpServer({ port: options.port, logger: logger.get('http') });
  const access = createAccess(now);
  requireAccess(server, { access, logger: logger.get('http'), now });
  recordChanges(server, {
    trail: openAuditTrail(options.dataDirectory),
    logger: logger.get('audit'),
    now,
  });
  registerOpenSession(server, access);
  const router = createRouter(server, logger.get('http'));
  const osquery = createLocalOsquery();
  // A thread of its own: evidence is of the moment, whatever somebody else has running.
  const evidenceOsquery = createLocalOsquery();
  const liveQueries = createLiveQueries({
    osquery,
    evidenceOsquery,
    store: store.liveQueries,
    agent,
    recorded,
    now: () => now().getTime(),
    newId: randomUUID,
    onProblem: (error) => logger.error(String(error)),
  });
  shutdown.add(async () => {
    liveQueries.stop();
    const engines = [osquery, evidenceOsquery, ...recorded.map((one) => one.osquery)];
    await Promise.all(engines.map((engine) => engine.close()));
    await liveQueries.settled();
  });
  const plugin = new ServerPlugin(
    { logger: logger.get('plugin'), env: { packageInfo: { version: PRODUCT_VERSION } } },
    () =>
      createLocalAdapters(store, {
        standing,
        evidenceTaker: createLocalEvidenceTaker(liveQueries, agents),
        accessLogs,
        listInputProblems: inputLog.list,
        facts: {
          input: options.input,
          dataDirectory: options.dataDirectory,
          osqueryEngine: osquery.engine,
        },
      }),
    now
  );
  plugin.setup(createServerCore({ router, alerting: alerting.start }), {
    alerting: alerting.setup,
    features: features.setup,
  });
  shutdown.add(async () => plugin.stop());

  registerLiveQueryRoutes({
    ...{ router, liveQueries, userName: userInfo().username },
    agents,
    now: () => now().getTime(),
  });
  registerSessionRoute(router, () => ({
    locale,
    capabilities: { ...features.getCapabilities(), osquery: OSQUERY_CAPABILITIES },
    version: PRODUCT_VERSION,
    agentId: agent.id,
    holdsRecording: recordingEnd !== undefined,
  }));

  alerting.resume();
  await enableRulesAtFirstStart(server, access.token, options.firstRules);
  const arrivals = createArrivalSearch({
    search: (oldest) => alerting.eventsArrived(oldest),
    remove: (ids) => store.events.removeArrivals(ids),
    logger: logger.get('events'),
  });
  shutdown.add(async () => {
    // What an arrival waits for is a run.
    await alerting.stop();
    await arrivals.stop();
  });
  arrivals.add(store.events.listArrivals());
  const events = startIngest({
    start: {
      directory: options.dataDirectory,
      input: options.input,
      agent,
      recording: recording?.batch,
      language: i18n.getCatalogue(),
      queries: listStandingQueries(store.rules),
    },
    onArrival: (arrival, matches) => {
      standing.add(matches);
      arrivals.add([arrival]);
    },
    logger: inputLog.logger,
  });
  shutdown.add(() => events.stop());
  ingest = events;
  // Whoever waits for the input hears of a failure; nobody has to.
  events.ended.catch(() => undefined);
  const retention = keepStoreSmall({
    store,
    retention: options.retention ?? DEFAULT_RETENTION,
    now,
    logger,
  });
  shutdown.add(() => retention.stop());
  shutdown.add(() => removeAccessFile(options.dataDirectory));
  shutdown.add(() => server.stop({ timeout: 1000 }));

  return {
    store,
    agentId: agent.id,
    inputEnded: events.ended,
    async listen(getBundle) {
      await server.start();
      const translations = join(PROJECT_DIRECTORY, 'translations');
      serveBrowser(server, { bundle: await getBundle(), translations });
      // Read now what a list needs of each alert: of 100,000 that takes a second, and whoever opens the link first would wait for it.
      store.alerts.rows();
      const url = `http://127.0.0.1:${server.info.port}`;
      await writeAccessFile(options.dataDirectory, { url, token: access.token });
      return { url, createLink: () => toLink(url, access.createCode()) };
    },
    async idle() {
      await events.ended;
      await arrivals.settled();
      await alerting.settled();
    },
    stop: () => shutdown.run(),
  };
};

const toRecordingText = (): string =>
  i18n.translate('webServerRce.standalone.recording.plays', {
    defaultMessage:
      'What is shown is a recording of real attacks, not this machine. For a log of your own: --audit-log or --events, with another --data directory.',
  });

/** What Kibana's Osquery feature grants with all privileges, and what only this host can do. */
const OSQUERY_CAPABILITIES = {
  read: true,
  write: true,
  readLiveQueries: true,
  writeLiveQueries: true,
  runSavedQueries: true,
  /** Beyond Kibana's. */
  cancelLiveQueries: true,
};
