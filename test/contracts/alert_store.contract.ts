import { expect, test } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import {
  alertFilterSchema,
  alertQuerySchema,
  type AlertPage,
  type AlertQuery,
} from '../../common/api/find_alerts';
import { GROUPED_BY, toGroupFilter } from '../../common/api/groups/group_alerts';
import type { AlertStore } from '../../server/ports/alert_store';

interface AlertFacts {
  readonly id: string;
  /** Minute of the event after 10:00. */
  readonly minute: number;
  readonly host?: string | string[];
  readonly user?: string;
  readonly process?: string;
  readonly command?: string;
  readonly source?: string;
  readonly status?: string;
  readonly risk?: number;
  readonly severity?: string;
  readonly row?: string;
  /** The alert is of a tree; these are its processes beside the root. */
  readonly tree?: readonly string[];
}

const toTime = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();

/** An alert document as alerting's framework stores it. */
const toDocument = (facts: AlertFacts): AlertDocument => ({
  [ALERT_FIELD.uuid]: facts.id,
  [ALERT_FIELD.instanceId]: `rule:index:${facts.id}`,
  [ALERT_FIELD.raisedAt]: toTime(60 - facts.minute),
  [ALERT_FIELD.eventTime]: toTime(facts.minute),
  [ALERT_FIELD.status]: facts.status ?? 'open',
  [ALERT_FIELD.severity]: facts.severity ?? 'high',
  [ALERT_FIELD.riskScore]: facts.risk ?? 73,
  [ALERT_FIELD.reason]: `reason of ${facts.id}`,
  [ALERT_FIELD.ruleUuid]: 'rule',
  ...(facts.row !== undefined && { [ALERT_FIELD.rowId]: facts.row }),
  ...(facts.tree && { [ALERT_FIELD.treeId]: facts.row, [ALERT_FIELD.treeProcesses]: facts.tree }),
  ...(facts.host !== undefined && { host: { name: facts.host } }),
  ...(facts.source !== undefined && { source: { ip: facts.source } }),
  ...(facts.user !== undefined && { user: { name: facts.user } }),
  process: {
    name: facts.process ?? 'sh',
    executable: `/usr/bin/${facts.process ?? 'sh'}`,
    command_line: facts.command ?? 'sh -c id',
    parent: { name: 'nginx', executable: '/usr/sbin/nginx' },
  },
});

const ALERTS = [
  toDocument({
    id: 'a',
    minute: 1,
    host: 'web-1',
    user: 'www-data',
    command: 'sh -c WhoAmI',
    risk: 21,
  }),
  toDocument({
    id: 'b',
    minute: 2,
    host: 'web-2',
    user: 'root',
    process: 'bash',
    status: 'closed',
  }),
  toDocument({ id: 'c', minute: 3, host: ['web-1', 'web-1.local'], user: 'www-data', risk: 99 }),
  toDocument({ id: 'd', minute: 4, user: 'tomcat', command: 'sh -c *?\\', status: 'acknowledged' }),
];

/**
 * What every alert store must do.
 * @param createStore gives a store with these documents and no others
 */
export const alertStoreContract = (
  createStore: (documents: readonly AlertDocument[]) => Promise<AlertStore>
): void => {
  const find = async (
    query: Partial<AlertQuery> = {},
    documents: readonly AlertDocument[] = ALERTS
  ): Promise<AlertPage> => (await createStore(documents)).find(alertQuerySchema.parse(query));
  const findIds = async (query: Partial<AlertQuery>): Promise<string[]> =>
    (await find(query)).alerts.map(({ id }) => id);

  test('answers an empty page and counts of zero where there are no alerts', async () => {
    expect(await find({}, [])).toEqual({
      alerts: [],
      total: 0,
      statusCounts: { open: 0, acknowledged: 0, closed: 0 },
      hosts: [],
      users: [],
      servers: [],
      sources: [],
      signKinds: [],
    });
  });

  test('answers the newest event first unless told otherwise', async () => {
    expect(await findIds({})).toEqual(['d', 'c', 'b', 'a']);
    expect(await findIds({ sortOrder: 'asc' })).toEqual(['a', 'b', 'c', 'd']);
    expect(await findIds({ sortField: 'raisedAt' })).toEqual(['a', 'b', 'c', 'd']);
  });

  test('sorts by every column, alerts without a value last and ties by id', async () => {
    expect(await findIds({ sortField: 'host', sortOrder: 'asc' })).toEqual(['a', 'c', 'b', 'd']);
    expect(await findIds({ sortField: 'host', sortOrder: 'desc' })).toEqual(['b', 'c', 'a', 'd']);
    expect(await findIds({ sortField: 'user', sortOrder: 'asc' })).toEqual(['b', 'd', 'a', 'c']);
    expect(await findIds({ sortField: 'process', sortOrder: 'asc' })).toEqual(['b', 'a', 'c', 'd']);
    expect(await findIds({ sortField: 'severity', sortOrder: 'desc' })).toEqual([
      'c',
      'b',
      'd',
      'a',
    ]);
    expect(await findIds({ sortField: 'riskScore', sortOrder: 'asc' })).toEqual([
      'a',
      'b',
      'd',
      'c',
    ]);
    expect(await findIds({ sortField: 'status', sortOrder: 'asc' })).toEqual(['d', 'b', 'a', 'c']);
  });

  test('filters by status, host and user; several values of one filter are alternatives', async () => {
    expect(await findIds({ statuses: ['open'] })).toEqual(['c', 'a']);
    expect(await findIds({ statuses: ['closed', 'acknowledged'] })).toEqual(['d', 'b']);
    expect(await findIds({ hosts: ['web-1'] })).toEqual(['c', 'a']);
    expect(await findIds({ hosts: ['web-1.local', 'web-2'] })).toEqual(['c', 'b']);
    expect(await findIds({ hosts: ['WEB-1'] })).toEqual([]);
    expect(await findIds({ users: ['www-data', 'root'], statuses: ['open'] })).toEqual(['c', 'a']);
  });

  test('finds every word in any of the searched fields, whatever its case', async () => {
    expect(await findIds({ search: 'whoami' })).toEqual(['a']);
    expect(await findIds({ search: '  WEB-2   nginx ' })).toEqual(['b']);
    expect(await findIds({ search: 'bin/bash' })).toEqual(['b']);
    expect(await findIds({ search: 'whoami root' })).toEqual([]);
  });

  test('takes a star in a search for anything, a question mark for one character, the rest for itself', async () => {
    expect(await findIds({ search: 'who*mi' })).toEqual(['a']);
    expect(await findIds({ search: 'WH?ami' })).toEqual(['a']);
    expect(await findIds({ search: 'wh?mi' })).toEqual([]);
    expect(await findIds({ search: 'sh*nginx' })).toEqual([]);
    expect(await findIds({ search: '\\' })).toEqual(['d']);
    expect(await findIds({ search: 'b.n' })).toEqual([]);
  });

  test('filters by server process and by the kind of signs that speak for an attack', async () => {
    const sign = (id: string, weight: number) => ({ id, weight, params: {} });
    const documents = [
      { ...toDocument({ id: 'a', minute: 1 }), [ALERT_FIELD.signs]: [sign('reverse_shell', 97)] },
      {
        ...toDocument({ id: 'b', minute: 2 }),
        [ALERT_FIELD.signs]: [sign('key_read', 60), sign('own_address', 40), sign('file_read', 9)],
      },
      toDocument({ id: 'c', minute: 3 }),
    ];
    const page = await find({ signKinds: ['shell', 'download'] }, documents);
    expect(page.alerts.map(({ id, signKinds }) => [id, signKinds])).toEqual([
      ['b', ['secrets', 'download']],
      ['a', ['shell']],
    ]);
    expect(page.signKinds).toEqual([
      { value: 'download', count: 1 },
      { value: 'secrets', count: 1 },
      { value: 'shell', count: 1 },
    ]);
    expect(page.servers).toEqual([{ value: 'nginx', count: 3 }]);
    expect(await findIds({ servers: ['nginx'], hosts: ['web-2'] })).toEqual(['b']);
    expect(await findIds({ servers: ['apache2'] })).toEqual([]);
  });

  test('includes both ends of the time range', async () => {
    expect(await findIds({ from: toTime(2), to: toTime(3) })).toEqual(['c', 'b']);
    expect(await findIds({ from: '2026-03-01T11:02:00.001+01:00', to: toTime(3) })).toEqual(['c']);
  });

  test('pages without repeating or skipping, and says how many there are in all', async () => {
    const store = await createStore(ALERTS);
    const pages = await Promise.all(
      [0, 1, 2].map((page) =>
        store.find(alertQuerySchema.parse({ page, perPage: 2, sortField: 'process' }))
      )
    );
    expect(pages.map(({ alerts }) => alerts.map(({ id }) => id))).toEqual([
      ['a', 'c'],
      ['d', 'b'],
      [],
    ]);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4]);
  });

  test('counts statuses of all but the status filter, hosts and users of the time range alone', async () => {
    const page = await find({
      statuses: ['open'],
      users: ['www-data'],
      from: toTime(1),
      to: toTime(3),
    });
    expect(page.total).toBe(2);
    expect(page.statusCounts).toEqual({ open: 2, acknowledged: 0, closed: 0 });
    expect(page.hosts).toEqual([
      { value: 'web-1', count: 2 },
      { value: 'web-1.local', count: 1 },
      { value: 'web-2', count: 1 },
    ]);
    expect(page.users).toEqual([
      { value: 'www-data', count: 2 },
      { value: 'root', count: 1 },
    ]);
  });

  test('sums a filter up: hosts, bars over its time, and the times of its newest alerts', async () => {
    const store = await createStore(ALERTS);
    const all = await store.summarize(alertFilterSchema.parse({}));
    expect(all.hosts).toBe(3);
    expect(all.histogram).toMatchObject({ from: toTime(1) });
    expect(all.histogram?.counts).toHaveLength(30);
    expect(all.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect([all.histogram?.counts[0], all.histogram?.counts[29]]).toEqual([1, 1]);
    expect(all.newest.map(({ rowId }) => rowId)).toEqual(['d', 'c', 'b', 'a']);
    expect(all.newest[0]).toMatchObject({
      ...{ eventTime: toTime(4), raisedAt: toTime(56), status: 'acknowledged' },
    });
    const one = await store.summarize(alertFilterSchema.parse({ statuses: ['closed'] }));
    expect(one).toMatchObject({ hosts: 1, newest: [{ rowId: 'b' }] });
    const none = await (await createStore([])).summarize(alertFilterSchema.parse({}));
    expect(none).toEqual({ hosts: 0, histogram: undefined, newest: [] });
  });

  test('groups what fits a filter by host and server, what was attacked last first', async () => {
    const sign = (id: string): object => ({ [ALERT_FIELD.signs]: [{ id, weight: 60 }] });
    const store = await createStore([
      ...ALERTS,
      {
        ...toDocument({ id: 'e', minute: 9, host: 'web-1', risk: 90 }),
        ...sign('reverse_shell'),
      },
      {
        ...toDocument({ id: 'f', minute: 8, host: 'web-1', risk: 99, command: 'sh -c nc' }),
        ...sign('reverse_shell'),
      },
      toDocument({ id: 'g', minute: 7, host: 'x'.repeat(1001) }),
    ]);
    const { groups, total, ungrouped } = await store.group(
      alertFilterSchema.parse({ statuses: ['open', 'acknowledged'] }),
      'server'
    );
    expect([total, ungrouped]).toEqual([6, 1]);
    expect(groups.map((one) => [toGroupFilter(one), one.count, one.from, one.to])).toEqual([
      [{ hosts: ['web-1'], servers: ['nginx'] }, 4, toTime(1), toTime(9)],
      [{ hosts: ['web-1.local'], servers: ['nginx'] }, 1, toTime(3), toTime(3)],
    ]);
    expect(groups[0]?.gravest).toMatchObject({ id: 'f', riskScore: 99, command: 'sh -c nc' });
    expect(groups[0]?.signKinds).toEqual(['shell']);
    expect(groups[1]?.signKinds).toEqual([]);
    const { group } = await createStore([]);
    for (const by of GROUPED_BY) {
      expect(await group(alertFilterSchema.parse({}), by)).toEqual({
        ...{ groups: [], total: 0, ungrouped: 0 },
      });
    }
  });

  const OF_SOURCES = [
    toDocument({ id: 'a', minute: 1, source: '203.0.113.9', risk: 90, command: 'sh -c nc' }),
    toDocument({ id: 'b', minute: 6, source: '203.0.113.9', host: 'web-2' }),
    toDocument({ id: 'c', minute: 3, source: '2001:db8::1' }),
    toDocument({ id: 'd', minute: 9 }),
    toDocument({ id: 'e', minute: 2 }),
  ];

  test('filters by the address alerts came from, and by none that is certain', async () => {
    const findOf = async (...sources: string[]): Promise<string[]> =>
      (await find({ sources }, OF_SOURCES)).alerts.map(({ id }) => id);
    expect(await findOf('203.0.113.9')).toEqual(['b', 'a']);
    expect(await findOf('2001:db8::1', 'unknown')).toEqual(['d', 'c', 'e']);
    expect(await findOf('unknown')).toEqual(['d', 'e']);
    expect(await findOf('198.51.100.7')).toEqual([]);
    const page = await find({ sources: ['unknown'] }, OF_SOURCES);
    expect(page.sources).toEqual([
      { value: '203.0.113.9', count: 2 },
      { value: 'unknown', count: 2 },
      { value: '2001:db8::1', count: 1 },
    ]);
    expect(page.statusCounts.open).toBe(2);
    const store = await createStore(OF_SOURCES);
    const filter = alertFilterSchema.parse({ sources: ['203.0.113.9'], hosts: ['web-2'] });
    expect(await store.count([filter])).toEqual([1]);
    expect((await store.summarize(filter)).newest.map(({ rowId }) => rowId)).toEqual(['b']);
  });

  test('groups by the address alerts came from, those without one in a group that says so', async () => {
    const store = await createStore(OF_SOURCES);
    const { groups, total, ungrouped } = await store.group(alertFilterSchema.parse({}), 'source');
    expect([total, ungrouped]).toEqual([5, 0]);
    expect(
      groups.map((one) => [toGroupFilter(one), one.count, one.from, one.to, one.gravest.id])
    ).toEqual([
      [{ sources: ['unknown'] }, 2, toTime(2), toTime(9), 'd'],
      [{ sources: ['203.0.113.9'] }, 2, toTime(1), toTime(6), 'a'],
      [{ sources: ['2001:db8::1'] }, 1, toTime(3), toTime(3), 'c'],
    ]);
    expect(groups[1]?.gravest).toMatchObject({ source: '203.0.113.9', command: 'sh -c nc' });
    const known = await store.group(alertFilterSchema.parse({ hosts: ['web-2'] }), 'source');
    expect(known.groups.map(toGroupFilter)).toEqual([{ sources: ['203.0.113.9'] }]);
  });

  test('counts what fits each of some filters, in their order', async () => {
    const store = await createStore(ALERTS);
    const filters = [
      {},
      { hosts: ['web-1'], from: toTime(2) },
      { users: ['www-data'], statuses: ['open'] },
      { search: 'WHOAMI' },
      { hosts: ['nowhere'] },
    ].map((filter) => alertFilterSchema.parse(filter));
    expect(await store.count(filters)).toEqual([4, 1, 2, 1, 0]);
    expect(await (await createStore([])).count(filters)).toEqual([0, 0, 0, 0, 0]);
  });

  test('lists what a table shows of an alert and no more, long texts cut; the whole of it by its id', async () => {
    const long = 'A'.repeat(800_000);
    const [listed] = (
      await find({}, [
        { ...toDocument({ id: 'a', minute: 1, host: 'web-1', command: `sh -c ${long}` }), x: long },
      ])
    ).alerts;
    expect(JSON.stringify(listed).length).toBeLessThan(2000);
    expect(listed).toEqual({
      id: 'a',
      instanceId: 'rule:index:a',
      rowId: 'a',
      raisedAt: toTime(59),
      eventTime: toTime(1),
      status: 'open',
      severity: 'high',
      riskScore: 73,
      reason: 'reason of a',
      ruleName: '',
      ruleUuid: 'rule',
      ruleId: 'seed',
      host: 'web-1',
      user: undefined,
      parent: 'nginx',
      process: 'sh',
      command: `sh -c ${'A'.repeat(293)}…`,
      signKinds: [],
      source: undefined,
    });
  });

  test('finds words past what is kept of a long command line, and offers no filter that can not be asked for', async () => {
    const long = 'A'.repeat(20_000);
    const page = await find({ search: 'needle sh' }, [
      toDocument({ id: 'a', minute: 1, host: long, command: `sh -c ${long} Needle` }),
      toDocument({ id: 'b', minute: 2, command: `sh -c ${long}` }),
    ]);
    expect(page.alerts.map(({ id }) => id)).toEqual(['a']);
    expect(page.hosts).toEqual([]);
  });

  test('finds only some rows where these are named, whatever else is asked', async () => {
    expect(await findIds({ rowIds: ['c', 'a', 'never'] })).toEqual(['c', 'a']);
    expect(await findIds({ rowIds: [] })).toEqual([]);
    const store = await createStore(ALERTS);
    const filter = alertFilterSchema.parse({ rowIds: ['b'] });
    expect(await store.count([filter])).toEqual([1]);
    expect((await store.summarize(filter)).newest.map(({ rowId }) => rowId)).toEqual(['b']);
  });

  test('an id of any length is an alert that is not there', async () => {
    const store = await createStore(ALERTS);
    for (const id of ['x'.repeat(5000), '🜁'.repeat(512)]) {
      expect(await store.findById(id)).toBeUndefined();
      expect(await store.setStatus([id], 'closed')).toEqual([]);
    }
  });

  test('reads one alert back by its id, and nothing by another', async () => {
    const store = await createStore(ALERTS);
    expect(await store.findById('c')).toMatchObject({
      id: 'c',
      instanceId: 'rule:index:c',
      eventTime: toTime(3),
      status: 'open',
      riskScore: 99,
      event: { '@timestamp': toTime(3), user: { name: 'www-data' } },
    });
    expect(await store.findById('x')).toBeUndefined();
    expect(await store.findById('')).toBeUndefined();
  });

  test('changes the status of the alerts that exist and names them', async () => {
    const store = await createStore(ALERTS);
    const changed = await store.setStatus(['a', 'x', 'c'], 'closed');
    expect(changed.map(({ id }) => id).sort()).toEqual(['a', 'c']);
    expect((await store.findById('a'))?.status).toBe('closed');
    const page = await store.find(alertQuerySchema.parse({ statuses: ['closed'] }));
    expect(page.alerts.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(page.statusCounts).toEqual({ open: 0, acknowledged: 1, closed: 3 });
    expect(await store.setStatus(['x'], 'open')).toEqual([]);
  });

  test('gives a rule’s newest alerts whole, and none of other rules', async () => {
    const other = { ...toDocument({ id: 'other', minute: 50 }), [ALERT_FIELD.ruleUuid]: 'rule-2' };
    const store = await createStore([...ALERTS, other]);
    const list = async (size: number, from = toTime(0)) => {
      const alerts = await store.listNewest({ ruleUuid: 'rule', from, size });
      return alerts.map(({ id }) => id);
    };
    const all = await list(100);
    expect(all).toHaveLength(ALERTS.length);
    expect(await list(2)).toEqual(all.slice(0, 2));
    expect(all.at(-1)).toBe('a');
    expect(await list(100, toTime(2))).toEqual(all.slice(0, -1));
    const [first] = await store.listNewest({ ruleUuid: 'rule-2', from: toTime(0), size: 1 });
    expect(first?.event).toMatchObject({ process: { name: 'sh' } });
  });

  const ROW = [
    toDocument({ id: 'seed', minute: 3, row: 'h:1', host: 'web-1' }),
    toDocument({ id: 'tree', minute: 2, row: 'h:1', tree: ['h:2'], host: 'web-1', risk: 80 }),
    toDocument({ id: 'other', minute: 9, row: 'h:9', host: 'web-1' }),
  ];

  test.each([
    ['in one order', ROW],
    ['in the other', [...ROW].reverse()],
  ])(
    'alerts of two rules about one process are one row, led by the tree’s, %s',
    async (_, documents) => {
      const page = await find({ hosts: ['web-1'] }, documents);
      expect(page.alerts.map(({ id }) => id)).toEqual(['other', 'tree']);
      expect(page.total).toBe(2);
      expect(page.statusCounts.open).toBe(2);
      expect(page.hosts).toEqual([{ value: 'web-1', count: 2 }]);
      const store = await createStore(documents);
      expect(await store.count([alertFilterSchema.parse({})])).toEqual([2]);
      expect((await store.findById('seed'))?.id).toBe('tree');
      expect((await store.findById('tree'))?.rowId).toBe('h:1');
      const ofRule = await store.listNewest({ ruleUuid: 'rule', from: toTime(0), size: 9 });
      expect(ofRule.map(({ id }) => id)).toEqual(['other', 'seed', 'tree']);
    }
  );

  test('an alert about a process in the middle of a tree is folded under the tree’s', async () => {
    const inner = toDocument({ id: 'inner', minute: 4, row: 'h:2' });
    const store = await createStore([...ROW, inner]);
    const { alerts } = await store.find(alertQuerySchema.parse({}));
    expect(alerts.map(({ id }) => id)).toEqual(['other', 'tree']);
    expect((await store.findById('inner'))?.id).toBe('tree');
  });

  test('a status is the whole row’s, whichever of its alerts is named', async () => {
    const store = await createStore(ROW);
    expect(await store.setStatus(['seed'], 'closed')).toEqual([{ id: 'seed', rowId: 'h:1' }]);
    expect((await store.findById('tree'))?.status).toBe('closed');
    const { alerts } = await store.find(alertQuerySchema.parse({ statuses: ['open'] }));
    expect(alerts.map(({ id }) => id)).toEqual(['other']);
  });

  test('a tree that grows no graver stays closed; one whose severity rises is open again', async () => {
    const first = toDocument({
      ...{ id: 'first', minute: 3, row: 'h:1', tree: [], severity: 'high', status: 'closed' },
    });
    const toLater = (severity: string): AlertDocument =>
      toDocument({ id: 'later', minute: 2, row: 'h:1', tree: ['h:2'], severity });
    const same = await createStore([first, toLater('high')]);
    expect(await same.findById('first')).toMatchObject({ id: 'later', status: 'closed' });
    const graver = await createStore([first, toLater('critical')]);
    expect(await graver.findById('first')).toMatchObject({
      ...{ id: 'later', status: 'open', reopenedFrom: 'high' },
    });
  });

  test('an alert without a process to go by is a row of its own', async () => {
    const alone = await find({}, [
      toDocument({ id: 'a', minute: 1 }),
      toDocument({ id: 'b', minute: 1 }),
    ]);
    expect(alone.total).toBe(2);
  });
};
