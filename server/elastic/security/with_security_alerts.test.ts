import { describe, expect, it } from 'vitest';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { isSecurityAlert } from '../../../common/alert/security/is_security_alert';
import {
  alertFilterSchema,
  alertQuerySchema,
  type AlertFilter,
  type AlertQuery,
} from '../../../common/api/find_alerts';
import { alertStoreContract } from '../../../test/contracts/alert_store.contract';
import { createMemoryAlertsClient } from '../../../test/doubles/elasticsearch/create_memory_alerts_client';
import {
  createMemoryElasticsearch,
  type MemoryElasticsearch,
} from '../../../test/doubles/elasticsearch/create_memory_elasticsearch';
import type { StoredDocument } from '../../../test/doubles/elasticsearch/stored_document';
import { toSecurityDocument } from '../../../test/doubles/elasticsearch/to_security_document';
import { toGroupFilter } from '../../../common/api/groups/group_alerts';
import type { AlertStore } from '../../ports/alert_store';
import { ALERTS_INDEX } from '../alerts_index';
import { foldStoredRows } from '../fold_stored_rows';
import { createRacAlertStore } from '../rac_alert_store';
import { createEsSecurityAlerts } from './es_security_alerts';
import { findOwnRows } from './find_own_rows';
import { withSecurityAlerts } from './with_security_alerts';

const OWN_INDEX = `.internal${ALERTS_INDEX}-000001`;
const SECURITY_INDEX = '.internal.alerts-security.alerts-default-000001';

const createElasticsearch = (documents: readonly StoredDocument[]): MemoryElasticsearch => {
  const elasticsearch = createMemoryElasticsearch();
  elasticsearch.createIndex(OWN_INDEX, ALERTS_INDEX);
  elasticsearch.createIndex(SECURITY_INDEX, '.alerts-security.alerts-default');
  elasticsearch.put(documents);
  return elasticsearch;
};

const createStore = (elasticsearch: MemoryElasticsearch): AlertStore => {
  const client = createMemoryAlertsClient(elasticsearch);
  return withSecurityAlerts(
    createRacAlertStore(client),
    createEsSecurityAlerts(elasticsearch.client, 'default'),
    (rowIds) => findOwnRows(client, rowIds)
  );
};

const toTime = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();

/** One of our alerts, about one process or a tree of several. */
const toOwn = (
  id: string,
  minute: number,
  {
    entityId = id,
    tree = [] as readonly string[],
    host = 'web-1',
    status = 'open',
    source = '',
  } = {}
): StoredDocument => ({
  _index: OWN_INDEX,
  _id: id,
  _source: {
    [ALERT_FIELD.uuid]: id,
    [ALERT_FIELD.instanceId]: id,
    [ALERT_FIELD.raisedAt]: toTime(60 - minute),
    [ALERT_FIELD.eventTime]: toTime(minute),
    [ALERT_FIELD.status]: status,
    [ALERT_FIELD.severity]: 'high',
    [ALERT_FIELD.riskScore]: 73,
    [ALERT_FIELD.rowId]: `${host}:${entityId}`,
    ...(tree.length > 0 && {
      [ALERT_FIELD.treeId]: `${host}:${entityId}`,
      [ALERT_FIELD.treeProcesses]: tree.map((one) => `${host}:${one}`),
    }),
    ...(source !== '' && { source: { ip: source } }),
    host: { id: host, name: host },
    user: { name: 'www-data' },
    process: { name: 'sh', command_line: 'sh -c id', parent: { name: 'nginx' } },
  },
});

const toQuery = (part: Partial<AlertQuery> = {}): AlertQuery => alertQuerySchema.parse(part);
const toFilter = (part: Partial<AlertFilter> = {}): AlertFilter => alertFilterSchema.parse(part);
const findIds = async (store: AlertStore, part: Partial<AlertQuery> = {}): Promise<string[]> =>
  (await store.find(toQuery(part))).alerts.map(({ id }) => id);

// Where Elastic Security has nothing, the store is ours.
alertStoreContract(async (documents) => {
  const elasticsearch = createElasticsearch(
    documents.map((_source) => ({
      _index: OWN_INDEX,
      _id: String(_source[ALERT_FIELD.uuid]),
      _source,
    }))
  );
  await foldStoredRows(
    elasticsearch.client,
    documents.map((source) => String(source[ALERT_FIELD.instanceId]))
  );
  return createStore(elasticsearch);
});

describe('the list', () => {
  it('has Elastic Security’s alerts between ours, marked as such', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('a', 1),
        toOwn('c', 3),
        toSecurityDocument({ id: 'b', minute: 2 }),
      ])
    );
    const { alerts, total, statusCounts, hosts } = await store.find(toQuery());
    expect(alerts.map((alert) => [alert.id, isSecurityAlert(alert)])).toEqual([
      ['c', false],
      ['b', true],
      ['a', false],
    ]);
    expect(alerts[1]).toMatchObject({
      host: 'web-1',
      command: 'sh -c id',
      rowId: 'web-1:b',
      ruleName: 'Suspicious Child Execution via Web Server',
    });
    expect([total, statusCounts.open, hosts]).toEqual([3, 3, [{ value: 'web-1', count: 3 }]]);
  });

  it('groups both by the server they came through', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('a', 1),
        toSecurityDocument({ id: 'b', minute: 4 }),
        toSecurityDocument({ id: 'c', minute: 2, host: 'web-2' }),
        toOwn('d', 9, { host: 'web-3' }),
      ])
    );
    const { groups, total, ungrouped } = await store.group(toFilter(), 'server');
    expect(
      groups.map((group) => [toGroupFilter(group), group.count, group.from, group.to])
    ).toEqual([
      [{ hosts: ['web-3'], servers: ['nginx'] }, 1, toTime(9), toTime(9)],
      [{ hosts: ['web-1'], servers: ['nginx'] }, 2, toTime(1), toTime(4)],
      [{ hosts: ['web-2'], servers: ['nginx'] }, 1, toTime(2), toTime(2)],
    ]);
    expect([total, ungrouped]).toEqual([4, 0]);
  });

  it('groups both by the address they came from, theirs among those of which none is certain', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('a', 1, { source: '203.0.113.9' }),
        toOwn('b', 2),
        toSecurityDocument({ id: 'c', minute: 4 }),
      ])
    );
    const { groups, total, ungrouped } = await store.group(toFilter(), 'source');
    expect(groups.map((group) => [toGroupFilter(group), group.count])).toEqual([
      [{ sources: ['unknown'] }, 2],
      [{ sources: ['203.0.113.9'] }, 1],
    ]);
    expect([total, ungrouped]).toEqual([3, 0]);
    expect((await store.find(toQuery())).sources).toEqual([
      { value: 'unknown', count: 2 },
      { value: '203.0.113.9', count: 1 },
    ]);
    expect(await findIds(store, { sources: ['unknown'] })).toEqual(['c', 'b']);
    expect(await findIds(store, { sources: ['203.0.113.9'] })).toEqual(['a']);
  });

  it('gives each row once over all pages, whatever it is sorted by', async () => {
    const store = createStore(
      createElasticsearch(
        Array.from({ length: 30 }, (_, minute) =>
          minute % 3 === 0
            ? toOwn(`own-${minute}`, minute, { host: `web-${minute % 4}` })
            : toSecurityDocument({ id: `theirs-${minute}`, minute, host: `web-${minute % 4}` })
        )
      )
    );
    for (const sortField of ['eventTime', 'raisedAt', 'host', 'riskScore'] as const) {
      const whole = await findIds(store, { sortField, perPage: 100 });
      const pages = [];
      for (let page = 0; page < 5; page += 1) {
        pages.push(...(await findIds(store, { sortField, page, perPage: 7 })));
      }
      expect(pages).toEqual(whole);
      expect(new Set(pages).size).toBe(30);
    }
    const byTime = await findIds(store, { perPage: 100 });
    expect(byTime.map((id) => Number(id.split('-')[1]))).toEqual(
      Array.from({ length: 30 }, (_, place) => 29 - place)
    );
  });

  it('has one row for a command that both found, ours, with the ids of theirs', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('tree', 1, { entityId: 'root', tree: ['child'] }),
        toSecurityDocument({ id: 'of-root', minute: 1, entityId: 'root' }),
        toSecurityDocument({ id: 'of-child', minute: 2, entityId: 'child' }),
      ])
    );
    const { alerts, total } = await store.find(toQuery());
    expect([total, alerts.map(({ id }) => id)]).toEqual([1, ['tree']]);
    expect([...(alerts[0]?.securityAlertIds ?? [])].sort()).toEqual(['of-child', 'of-root']);
    expect((await store.findById('tree'))?.securityAlertIds).toHaveLength(2);
    expect((await store.findById('of-child'))?.id).toBe('tree');
  });

  it('has one row for a command that two of its rules found, led by the first', async () => {
    const store = createStore(
      createElasticsearch([
        toSecurityDocument({ id: 'second', minute: 1, entityId: 'one' }),
        toSecurityDocument({ id: 'first', minute: 2, entityId: 'one', ruleId: 'other' }),
      ])
    );
    const { alerts } = await store.find(toQuery());
    expect(alerts).toMatchObject([{ id: 'first', securityAlertIds: ['first', 'second'] }]);
    expect(await store.findById('second')).toMatchObject({
      id: 'first',
      securityAlertIds: ['first', 'second'],
    });
  });

  it('takes the row of a file’s alert for itself, not for its server’s', async () => {
    const store = createStore(
      createElasticsearch(
        ['one', 'two'].map((id, minute) =>
          toSecurityDocument({ id, minute, entityId: 'nginx', category: 'file' })
        )
      )
    );
    expect(await findIds(store)).toEqual(['two', 'one']);
  });

  it('filters theirs as ours', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('own', 1),
        toSecurityDocument({ id: 'closed', minute: 2, status: 'closed' }),
        toSecurityDocument({ id: 'elsewhere', minute: 3, host: 'web-2', command: 'sh -c uname' }),
      ])
    );
    expect(await findIds(store, { statuses: ['open'] })).toEqual(['elsewhere', 'own']);
    expect(await findIds(store, { hosts: ['web-1'] })).toEqual(['closed', 'own']);
    expect(await findIds(store, { search: 'UNAME' })).toEqual(['elsewhere']);
    expect(await findIds(store, { from: toTime(2), to: toTime(2) })).toEqual(['closed']);
    expect((await store.find(toQuery({ statuses: ['open'] }))).statusCounts.closed).toBe(1);
    const filters = [toFilter(), toFilter({ statuses: ['closed'] })];
    expect(await store.count(filters)).toEqual([3, 1]);
  });

  it('leaves out what is of another rule, has no process or is a part of other alerts', async () => {
    const other = toSecurityDocument({
      id: 'other',
      minute: 1,
      ruleId: 'other',
      technique: 'T1059.004',
    });
    const [bodiless, part] = ['bodiless', 'part'].map((id) =>
      toSecurityDocument({ id, minute: 1 })
    ) as [StoredDocument, StoredDocument];
    const store = createStore(
      createElasticsearch([
        other,
        { ...bodiless, _source: { ...bodiless._source, process: { name: 'sh' } } },
        { ...part, _source: { ...part._source, 'kibana.alert.building_block_type': 'default' } },
      ])
    );
    expect(await findIds(store)).toEqual([]);
    expect(await store.findById('other')).toBeUndefined();
  });

  it('sums both up', async () => {
    const store = createStore(
      createElasticsearch([
        toOwn('a', 10),
        toSecurityDocument({ id: 'b', minute: 1, host: 'web-1' }),
        toSecurityDocument({ id: 'c', minute: 20, host: 'web-2' }),
      ])
    );
    const { hosts, histogram, newest } = await store.summarize(toFilter());
    expect(hosts).toBe(2);
    expect(histogram?.from).toBe(toTime(1));
    expect(histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect([histogram?.counts[0], histogram?.counts.at(-1)]).toEqual([1, 1]);
    expect(newest.map(({ rowId }) => rowId)).toEqual(['web-2:c', 'web-1:a', 'web-1:b']);
  });
});

describe('one alert of theirs', () => {
  it('has its own guide, rule, event and place', async () => {
    const store = createStore(
      createElasticsearch([toSecurityDocument({ id: 'x', minute: 1, note: '# Look' })])
    );
    const alert = await store.findById('x');
    expect(alert).toMatchObject({
      note: '# Look',
      rowId: 'web-1:x',
      eventId: 'event-x',
      storedIn: SECURITY_INDEX,
      event: { '@timestamp': toTime(1), 'event.kind': 'event', host: { name: 'web-1' } },
      threat: [{ tactic: { id: 'TA0003' } }],
    });
    expect(alert?.query).toMatch(/^process where/);
  });

  it('has no EQL query where its rule is written in another language', async () => {
    const document = toSecurityDocument({ id: 'x', minute: 1, ruleType: 'new_terms' });
    expect((await createStore(createElasticsearch([document])).findById('x'))?.query).toBe('');
  });

  it('counts as changed where it has the status already: the reader changes it through its own API', async () => {
    const elasticsearch = createElasticsearch([
      toOwn('own', 1),
      toSecurityDocument({ id: 'closed', minute: 2, status: 'closed' }),
      toSecurityDocument({ id: 'open', minute: 3 }),
    ]);
    const changed = await createStore(elasticsearch).setStatus(['own', 'closed', 'open'], 'closed');
    expect(changed).toEqual([
      { id: 'own', rowId: 'web-1:own' },
      { id: 'closed', rowId: 'web-1:closed' },
    ]);
    expect(elasticsearch.find(SECURITY_INDEX, 'open')?._source).toMatchObject({
      [ALERT_FIELD.status]: 'open',
    });
  });
});

describe('without Elastic Security', () => {
  const createFailingStore = (error: Error): AlertStore => {
    const elasticsearch = createElasticsearch([toOwn('own', 1)]);
    const client = createMemoryAlertsClient(elasticsearch);
    const search = () => Promise.reject(error);
    return withSecurityAlerts(
      createRacAlertStore(client),
      createEsSecurityAlerts({ ...elasticsearch.client, search }, 'default'),
      (rowIds) => findOwnRows(client, rowIds)
    );
  };

  it.each([403, 404])('or the right to its alerts (%s) there are only ours', async (statusCode) => {
    const store = createFailingStore(Object.assign(new Error('no'), { statusCode }));
    expect(await findIds(store)).toEqual(['own']);
    expect((await store.findById('own'))?.securityAlertIds).toBeUndefined();
    expect(await store.findById('theirs')).toBeUndefined();
    expect(await store.count([toFilter()])).toEqual([1]);
  });

  it('says so where Elasticsearch fails', async () => {
    const store = createFailingStore(Object.assign(new Error('no shard'), { statusCode: 503 }));
    await expect(store.find(toQuery())).rejects.toMatchObject({ code: 'alert_store_unavailable' });
  });

  it('looks in the space of the request alone', async () => {
    const elasticsearch = createElasticsearch([toSecurityDocument({ id: 'x', minute: 1 })]);
    const alerts = createEsSecurityAlerts(elasticsearch.client, 'dmz');
    expect(await alerts.findById('x')).toBeUndefined();
  });
});

it('says where older alerts of theirs are left out', async () => {
  const documents = Array.from({ length: 1001 }, (_, place) =>
    toSecurityDocument({ id: `x${place}`, minute: place % 60 })
  );
  const store = createStore(createElasticsearch(documents));
  const page = await store.find(toQuery());
  expect([page.total, page.leavesOutSecurityAlerts]).toEqual([1000, true]);
});
