import type { AlertingServerStart, Rule, RulesClient } from '@kbn/alerting-plugin/server';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import { DomainError } from '../../common/errors/domain_error';
import { getRuleText } from '../../common/rule/rule_text';
import { shippedRuleParams } from '../../common/rule/rule_params';
import type { AlertStore } from '../../server/ports/alert_store';
import { registerRoutes } from '../../server/routes/register_routes';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createMemoryTriageStore } from '../doubles/memory_triage_store';
import { createMemoryRouter } from '../doubles/memory_router';

const alert: Alert = {
  id: 'a',
  instanceId: 'rule-1:i:1',
  raisedAt: '2026-11-24T12:00:00.000Z',
  eventTime: '2026-11-24T11:59:00.000Z',
  status: 'open',
  severity: 'high',
  riskScore: 73,
  reason: 'reason',
  ruleName: 'rule',
  ruleUuid: 'rule-1',
  query: shippedRuleParams.query,
  note: getRuleText('en').guide,
  event: { process: { user: { id: '33' } } },
  eventId: '1',
  eventIndex: 'i',
};

const createRule = (enabled: boolean): Rule => ({
  id: 'rule-1',
  name: 'rule',
  enabled,
  schedule: { interval: '5m' },
  params: shippedRuleParams,
  tags: [],
  actions: [{ id: 'mail' }],
  executionStatus: { lastExecutionDate: new Date('2026-11-24T12:00:00.000Z') },
  lastRun: { outcome: 'warning', outcomeMsg: ['Searched.', 'Carried over.'] },
  nextRun: new Date('2026-11-24T12:05:00.000Z'),
});

const createHost = ({ store = {}, rule }: { store?: Partial<AlertStore>; rule?: Rule } = {}) => {
  const { router, routes } = createMemoryRouter();
  const logged: string[] = [];
  const triage = createMemoryTriageStore();
  let current = rule;
  const rules: RulesClient = {
    find: async () => ({ data: current ? [current] : [] }),
    create: async () => (current = createRule(true)),
    update: async ({ data }) => {
      if (current) current = { ...current, ...data };
    },
    enable: async () => void (current = createRule(true)),
    disable: async () => void (current = createRule(false)),
  };
  const alerting: AlertingServerStart = { getRulesClientWithRequest: () => rules };
  const logger = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (m: string) => void logged.push(m),
    get: () => logger,
  };
  const full: AlertStore = {
    find: () => Promise.reject(new Error('unused')),
    count: () => Promise.reject(new Error('unused')),
    findById: async (id) => (id === alert.id ? alert : undefined),
    setStatus: async (ids) => ids.filter((id) => id === alert.id),
    ...store,
  };
  registerRoutes({
    router,
    adapters: {
      ...createMemoryAdapters([]).adapters,
      getAlertStore: async () => full,
      getTriageStore: async () => triage,
      findUserName: async () => 'ann',
    },
    now: () => new Date('2026-11-24T12:10:00.000Z'),
    getAlerting: async () => alerting,
    locale: 'en',
    logger,
  });
  const call = (route: string, request = {}) => {
    const found = routes.get(route);
    if (!found) throw new Error(`no route ${route}`);
    return found.call(request);
  };
  return { call, routes, logged };
};

const ROOT = '/internal/web_server_rce';

describe('every route', () => {
  it('is authorised on 8.12 by tag and on 9.x by required privileges', () => {
    const { routes } = createHost();
    expect(routes.size).toBe(10);
    for (const { config } of routes.values()) {
      const [privilege] = config.security?.authz.requiredPrivileges ?? [];
      expect(privilege).toMatch(/^webServerRce_(read|all)$/);
      expect(config.options).toEqual({ access: 'internal', tags: [`access:${privilege}`] });
    }
  });

  it('asks for more than reading wherever something is changed', () => {
    const { routes } = createHost();
    const changing = [...routes].filter(([, { config }]) =>
      config.options?.tags?.includes('access:webServerRce_all')
    );
    expect(changing.map(([name]) => name)).toEqual([
      `post ${ROOT}/alerts/_status`,
      `post ${ROOT}/alerts/{id}/triage`,
      `post ${ROOT}/rule/_enabled`,
      `post ${ROOT}/rule/_params`,
    ]);
  });
});

describe('the work on an alert', () => {
  const TRIAGE = `${ROOT}/alerts/{id}/triage`;
  const change = (body: object) => ({ params: { id: 'a' }, body: { change: body } });

  it('is kept with who did it and when, and a verdict closes the alert', async () => {
    const statuses: string[] = [];
    const { call } = createHost({
      store: { setStatus: async (ids, status) => (statuses.push(status), ids) },
    });
    await call(`post ${TRIAGE}`, change({ kind: 'verdict', verdict: 'benign', comment: 'hook' }));
    expect(statuses).toEqual(['closed']);
    expect(await call(`get ${TRIAGE}`, { params: { id: 'a' } })).toMatchObject({
      status: 200,
      payload: {
        triage: { verdict: { verdict: 'benign', by: 'ann', at: '2026-11-24T12:10:00.000Z' } },
      },
    });
    await call(`post ${TRIAGE}`, change({ kind: 'verdict_withdrawn' }));
    expect(statuses).toEqual(['closed', 'open']);
  });

  it('keeps every one of several changes at the same moment', async () => {
    const { call } = createHost();
    const notes = ['1', '2', '3', '4', '5'];
    await Promise.all(notes.map((text) => call(`post ${TRIAGE}`, change({ kind: 'note', text }))));
    const { payload } = await call(`get ${TRIAGE}`, { params: { id: 'a' } });
    for (const text of notes) expect(JSON.stringify(payload)).toContain(`"text":"${text}"`);
  });

  it('tells of a status that was changed from the table', async () => {
    const { call } = createHost();
    await call(`post ${ROOT}/alerts/_status`, { body: { ids: ['a'], status: 'acknowledged' } });
    const { payload } = await call(`get ${TRIAGE}`, { params: { id: 'a' } });
    expect(JSON.stringify(payload)).toContain('"status":"acknowledged"');
  });

  it('is not shown to who may not see the alert', async () => {
    const response = await createHost().call(`get ${TRIAGE}`, { params: { id: 'zz' } });
    expect(response.status).toBe(404);
  });
});

describe('one alert', () => {
  it('is answered by id', async () => {
    const response = await createHost().call(`get ${ROOT}/alerts/{id}`, { params: { id: 'a' } });
    expect(response).toEqual({ status: 200, payload: { alert } });
  });

  it('that does not exist is a sentence with what to do next, and a code for the browser', async () => {
    const response = await createHost().call(`get ${ROOT}/alerts/{id}`, { params: { id: 'zz' } });
    expect(response).toMatchObject({
      status: 404,
      payload: {
        message: expect.stringMatching(/^There is no alert zz.*Go back/),
        attributes: { code: 'alert_not_found', values: { id: 'zz' } },
      },
    });
  });

  it('comes with its guide, queries filled from the alert', async () => {
    const response = await createHost().call(`get ${ROOT}/alerts/{id}/guide`, {
      params: { id: 'a' },
      query: { locale: 'zh-CN' },
    });
    const text = JSON.stringify(response.payload);
    expect(text).toContain('WHERE uid = 33');
    expect(text).not.toContain('uid = {{process.user.id}}"}');
  });

  it('is acknowledged, closed and reopened by ids', async () => {
    const response = await createHost().call(`post ${ROOT}/alerts/_status`, {
      body: { ids: ['a', 'gone'], status: 'acknowledged' },
    });
    expect(response.payload).toEqual({ ids: ['a'], status: 'acknowledged' });
  });
});

describe('errors', () => {
  it('of a bad request are a sentence that names the fields and what to do', async () => {
    const params = { ...shippedRuleParams, lookBack: 'soon' };
    const body = { params, interval: '1s' };
    expect(await createHost().call(`post ${ROOT}/rule/_params`, { body })).toEqual({
      status: 400,
      payload:
        'The request is not valid: params.lookBack: must be a number up to 9999 and a unit s, m, h or d: 9m; ' +
        'interval: must be a number up to 9999 and a unit m, h or d: 5m. Correct it and send it again.',
    });
  });

  it.each([
    ['an unknown field', { surprise: 1 }],
    ['a column that is none', { sortField: 'kibana.alert.uuid' }],
    ['a page size of zero', { perPage: 0 }],
    ['a query where words belong', { search: { match_all: {} } }],
    ['more words than Elasticsearch would take', { search: 'x '.repeat(51) }],
    ['a time that is none', { from: 'now-1d' }],
    ['no object at all', []],
  ])('refuse a search with %s', async (_what, body) => {
    expect(await createHost().call(`post ${ROOT}/alerts/_find`, { body })).toMatchObject({
      status: 400,
    });
  });

  it('refuse to change more alerts at once than a page holds', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => String(n));
    const body = { ids, status: 'closed' };
    expect((await createHost().call(`post ${ROOT}/alerts/_status`, { body })).status).toBe(400);
  });

  it('not made on purpose tell the caller nothing and the log everything', async () => {
    const host = createHost({ store: { find: () => Promise.reject(new Error('secret path')) } });
    const response = await host.call(`post ${ROOT}/alerts/_find`, { body: {} });
    expect(response.status).toBe(500);
    expect(JSON.stringify(response.payload)).not.toContain('secret path');
    expect(host.logged.join()).toContain('secret path');
  });

  it('that Kibana refuses with say what is not allowed', async () => {
    const refusal = Object.assign(new Error('Unauthorized by "webServerRce" to update alert'), {
      output: { statusCode: 403 },
    });
    const host = createHost({ store: { setStatus: () => Promise.reject(refusal) } });
    const body = { ids: ['a'], status: 'closed' };
    expect(await host.call(`post ${ROOT}/alerts/_status`, { body })).toMatchObject({
      status: 403,
      payload: { message: expect.stringMatching(/^You may not do this: Unauthorized by/) },
    });
  });

  it('of the store say that it can not be reached', async () => {
    const down = new DomainError('alert_store_unavailable', { reason: 'no shard' });
    const host = createHost({ store: { find: () => Promise.reject(down) } });
    const response = await host.call(`post ${ROOT}/alerts/_find`, { body: {} });
    expect(response).toMatchObject({
      status: 503,
      payload: { message: expect.stringContaining('no shard') },
    });
  });
});

describe('the rule', () => {
  it('is absent until it is enabled for the first time, which creates it', async () => {
    const { call } = createHost();
    expect((await call(`get ${ROOT}/rule`)).payload).toEqual({ kind: 'absent' });
    const enabled = await call(`post ${ROOT}/rule/_enabled`, { body: { enabled: true } });
    expect(enabled.payload).toMatchObject({ kind: 'present', enabled: true, interval: '5m' });
  });

  it('says how its last run went and when the next one is', async () => {
    const response = await createHost({ rule: createRule(true) }).call(`get ${ROOT}/rule`);
    expect(response.payload).toMatchObject({
      lastRun: {
        outcome: 'warning',
        messages: ['Searched.', 'Carried over.'],
        startedAt: '2026-11-24T12:00:00.000Z',
      },
      nextRun: '2026-11-24T12:05:00.000Z',
    });
  });

  it('is switched off and then has no next run', async () => {
    const { call } = createHost({ rule: createRule(true) });
    const response = await call(`post ${ROOT}/rule/_enabled`, { body: { enabled: false } });
    expect(response.payload).toMatchObject({ enabled: false });
    expect(response.payload).not.toHaveProperty('nextRun');
  });

  it('takes other parameters and another interval, and keeps its actions', async () => {
    const { call } = createHost({ rule: createRule(true) });
    const params = { ...shippedRuleParams, query: 'process where process.name == "sh"' };
    const response = await call(`post ${ROOT}/rule/_params`, { body: { params, interval: '1m' } });
    expect(response.payload).toMatchObject({ kind: 'present', interval: '1m', params });
  });

  it('is not saved with a query that can not be read, and says where the mistake is', async () => {
    const { call } = createHost({ rule: createRule(true) });
    const params = { ...shippedRuleParams, query: 'process where process.name = "sh"' };
    const response = await call(`post ${ROOT}/rule/_params`, { body: { params, interval: '5m' } });
    expect(response).toMatchObject({
      status: 400,
      payload: {
        attributes: { code: 'rule_invalid' },
        message: expect.stringMatching(/Line 1, column 28.*\^/s),
      },
    });
  });

  it('can not be changed before it exists', async () => {
    const body = { params: shippedRuleParams, interval: '5m' };
    expect((await createHost().call(`post ${ROOT}/rule/_params`, { body })).status).toBe(404);
  });
});
