import { createRequire } from 'node:module';
import type { Client as Client8 } from '@elastic/elasticsearch';
import type { UserElasticsearchClient } from '@kbn/core/server';
import { Client as Client9 } from 'elasticsearch-9';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { alertFilterSchema } from '../../common/api/find_alerts';
import { ALERTS_INDEX } from '../../server/elastic/alerts_index';
import { createEsEventReader } from '../../server/elastic/es_event_reader';
import { createEsEventSurveyor } from '../../server/elastic/es_event_surveyor';
import { createEsReadinessProbe } from '../../server/elastic/es_readiness_probe';
import { createEsRequestReader } from '../../server/elastic/es_request_reader';
import { foldStoredRows } from '../../server/elastic/fold_stored_rows';
import { createFrameworkAlertWriter } from '../../server/elastic/framework_alert_writer';
import { createRacAlertStore } from '../../server/elastic/rac_alert_store';
import { createEsSecurityAlerts } from '../../server/elastic/security/es_security_alerts';
import { findOwnRows } from '../../server/elastic/security/find_own_rows';
import { withSecurityAlerts } from '../../server/elastic/security/with_security_alerts';
import { createMemoryAlertsClient } from '../doubles/elasticsearch/create_memory_alerts_client';
import { createMemoryElasticsearch } from '../doubles/elasticsearch/create_memory_elasticsearch';
import { toLineClient } from '../doubles/elasticsearch/line_client';
import { serveElasticsearch } from '../doubles/elasticsearch/serve_elasticsearch';
import type { StoredDocument } from '../doubles/elasticsearch/stored_document';
import { toSecurityDocument } from '../doubles/elasticsearch/to_security_document';
import { createRuleRun } from '../doubles/rule_run';
import { alertStoreContract } from './alert_store.contract';
import { eventReaderContract } from './event_reader.contract';
import { eventSurveyorContract } from './event_surveyor.contract';
import { PROBE_REQUEST, readinessProbeContract } from './readiness_probe.contract';
import { CONTRACT_HOST, requestReaderContract, toRequestTime } from './request_reader.contract';

/** Each line's client, and the versions of Elasticsearch that Kibana of that line is put before. */
const LINES = [
  ['8.12', 8, '@elastic/elasticsearch'],
  ['9.4', 9, 'elasticsearch-9'],
] as const;

/** Loaded by name: types of 9.x are met where they are compiled in place of 8.12's, by server/tsconfig.kibana_9.json. */
const load = createRequire(import.meta.url);
interface ClientPackage {
  readonly Client: typeof Client8;
}

const OWN_INDEX = `.internal${ALERTS_INDEX}-000001`;
const SECURITY_INDEX = '.internal.alerts-security.alerts-default-000001';

const createError = (statusCode: number, reason: string): Error =>
  Object.assign(new Error(reason), { statusCode });

const toStored = ({ index, id, source }: { index: string; id: string; source: object }) => ({
  _index: index,
  _id: id,
  _source: { ...source },
});

describe.each(LINES)('Elastic’s own client %s', (_line, major, name) => {
  const { Client } = load(name) as ClientPackage;
  const closers: (() => Promise<void>)[] = [];
  const asked = new Set<string>();
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  /** The real client, before an Elasticsearch of its version that answers what the parts say, and otherwise from memory. */
  const connect = async (
    documents: readonly StoredDocument[],
    parts: Partial<UserElasticsearchClient> = {}
  ) => {
    const memory = createMemoryElasticsearch();
    memory.createIndex(OWN_INDEX, ALERTS_INDEX);
    memory.createIndex(SECURITY_INDEX, '.alerts-security.alerts-default');
    memory.createIndex('logs-endpoint.events.process-default');
    memory.put(documents);
    const served = await serveElasticsearch(major, {
      ...memory.client,
      fieldCaps: async () => ({ fields: { 'process.name': {} } }),
      security: {
        hasPrivileges: async () => ({
          index: { 'logs-endpoint.events.*': { read: true, view_index_metadata: false } },
        }),
      },
      ...parts,
    });
    const real = new Client({ node: served.url, requestTimeout: 2000, maxRetries: 0 });
    closers.push(async () => {
      await real.close();
      await served.close();
      for (const name of served.asked) asked.add(name);
    });
    return { client: toLineClient(real), memory };
  };

  describe('carries what the event reader asks', () => {
    eventReaderContract(async (events) =>
      createEsEventReader((await connect(events.map(toStored))).client)
    );
  });

  describe('carries what the event surveyor asks', () => {
    eventSurveyorContract(
      async (events) => createEsEventSurveyor((await connect(events.map(toStored))).client),
      async () => {
        const search = () => Promise.reject(createError(403, 'no permission to read logs-*'));
        return createEsEventSurveyor((await connect([], { search })).client);
      }
    );
  });

  describe('carries what the request reader asks', () => {
    requestReaderContract(
      async (requests) => {
        const documents = requests.map(({ second, target }, index) => ({
          _index: 'logs-nginx.access-default',
          _id: String(index),
          _source: {
            '@timestamp': toRequestTime(second),
            host: { name: CONTRACT_HOST },
            source: { address: '203.0.113.9' },
            url: { original: target },
            http: { request: { method: 'GET' }, response: { status_code: 200 } },
          },
        }));
        return createEsRequestReader((await connect(documents)).client);
      },
      async () => {
        const search = () => Promise.reject(createError(403, 'missing rights'));
        return createEsRequestReader((await connect([], { search })).client);
      }
    );
  });

  describe('carries what the readiness probe asks', () => {
    readinessProbeContract(
      async () => createEsReadinessProbe((await connect([])).client),
      async () => {
        const search = () => Promise.reject(createError(503, 'no shard'));
        return createEsReadinessProbe((await connect([], { search })).client);
      }
    );

    test('and brings the answers', async () => {
      const probe = createEsReadinessProbe((await connect([])).client);
      expect(await probe.probe(PROBE_REQUEST)).toEqual([
        { id: 'hosts_without_processes', state: 'good', seen: [] },
        { id: 'fields_mapped', state: 'doubtful', seen: ['process.args'] },
        { id: 'indices_readable', state: 'doubtful', seen: ['logs-endpoint.events.*'] },
      ]);
    });
  });

  describe('carries what alerts are found, grouped and folded with', () => {
    alertStoreContract(async (documents) => {
      const { client, memory } = await connect(
        documents.map((source) =>
          toStored({ index: OWN_INDEX, id: String(source[ALERT_FIELD.uuid]), source })
        )
      );
      await foldStoredRows(
        client,
        documents.map((source) => String(source[ALERT_FIELD.instanceId]))
      );
      // Kibana's alert client hands on to this client what it was asked.
      const alerts = createMemoryAlertsClient({ ...memory, client });
      return withSecurityAlerts(
        createRacAlertStore(alerts),
        createEsSecurityAlerts(client, 'default'),
        (rowIds) => findOwnRows(alerts, rowIds)
      );
    });
  });

  test('carries what a rule asks for alerts of earlier runs', async () => {
    const { run } = createRuleRun({ startedAt: '2026-11-24T12:00:00.000Z' });
    const source = { [ALERT_FIELD.instanceId]: 'a', [ALERT_FIELD.ruleUuid]: run.rule.id };
    const { client } = await connect([toStored({ index: OWN_INDEX, id: 'uuid', source })]);
    const scopedClusterClient = { asCurrentUser: client, asInternalUser: client };
    const alertsClient = {
      report: () => ({ uuid: 'uuid' }),
      setAlertData: () => undefined,
      getAlertLimitValue: () => 1000,
      setAlertLimitReached: () => undefined,
    };
    const services = { ...run.services, alertsClient, scopedClusterClient };
    const writer = createFrameworkAlertWriter({ ...run, services }, undefined);
    expect(await writer.findStoredIds(['a', 'b'])).toEqual(new Set(['a']));
  });

  describe('carries what Elastic Security’s alerts are read with', () => {
    const filter = alertFilterSchema.parse({});

    test('and brings them', async () => {
      const { client } = await connect([toSecurityDocument({ id: 'a', minute: 1 })]);
      const { alerts } = await createEsSecurityAlerts(client, 'default').list(filter);
      expect(alerts.map(({ id }) => id)).toEqual(['a']);
    });

    test.each([403, 404])('and none for whom it answers with %i', async (statusCode) => {
      const search = () => Promise.reject(createError(statusCode, 'kept from the user'));
      const { client } = await connect([], { search });
      const found = await createEsSecurityAlerts(client, 'default').list(filter);
      expect(found.alerts).toEqual([]);
    });
  });

  describe('tells what went wrong', () => {
    const question = {
      query: 'process where true',
      indexPatterns: ['logs-endpoint.events.*'],
      timestampField: '@timestamp',
      from: '2026-11-24T11:51:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
      size: 500,
      signal: new AbortController().signal,
    };
    const ask = async (search: UserElasticsearchClient['eql']['search'], signal?: AbortSignal) =>
      createEsEventReader((await connect([], { eql: { search } })).client).search({
        ...question,
        ...(signal && { signal }),
      });
    const waitLong = () => new Promise<never>(() => undefined);

    test.each([
      [400, 'event_search_failed', { reason: 'Unknown column' }],
      [404, 'event_index_missing', { patterns: 'logs-endpoint.events.*' }],
      [504, 'event_search_timed_out', {}],
    ])('with the status %i', async (statusCode, code, values) => {
      const refuse = () => Promise.reject(createError(statusCode, 'Unknown column'));
      await expect(ask(refuse)).rejects.toMatchObject({ code, values });
    });

    test('with shards that are left out', async () => {
      const failure = { index: 'logs-1', shard: 0, reason: { type: 'closed', reason: null } };
      const leaveOut = async () => ({ shard_failures: [failure], hits: { events: [] } });
      await expect(ask(leaveOut)).rejects.toMatchObject({
        code: 'event_search_failed',
        values: { reason: 'logs-1: closed' },
      });
    });

    test('with an answer that does not come', async () => {
      await expect(ask(waitLong)).rejects.toMatchObject({ code: 'event_search_timed_out' });
    });

    test('with a search that is stopped while it runs', async () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      await expect(ask(waitLong, controller.signal)).rejects.toMatchObject({
        code: 'event_search_timed_out',
      });
    });

    test('with an Elasticsearch that is not there', async () => {
      const { client } = await connect([]);
      for (const close of closers.splice(0)) await close();
      await expect(createEsEventReader(client).search(question)).rejects.toMatchObject({
        code: 'event_search_failed',
        values: { reason: expect.stringMatching(/\S/) as string },
      });
    });
  });

  // Last: every API that the adapters ask for was asked through this client.
  afterAll(() => {
    expect([...asked].sort()).toEqual([
      'bulk',
      'eql.search',
      'field_caps',
      'search',
      'security.has_privileges',
    ]);
  });
});

test('an Elasticsearch 8 does not answer the client of 9', async () => {
  const served = await serveElasticsearch(8, {
    ...createMemoryElasticsearch().client,
    fieldCaps: async () => ({ fields: {} }),
    security: { hasPrivileges: async () => ({ index: {} }) },
  });
  const client = new Client9({ node: served.url, maxRetries: 0 });
  await expect(client.search({ index: 'logs-*' })).rejects.toThrow(/media-type/);
  await client.close();
  await served.close();
});
