import type { AlertingServerStart, Rule, RulesClient, RuleEdit } from '@kbn/alerting-plugin/server';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import { DomainError } from '../../common/errors/domain_error';
import { ruleParamsSchema, toShippedParams } from '../../common/rule/rule_params';
import type { RuleList } from '../../common/api/rule_status';
import type { AlertStore } from '../../server/ports/alert_store';
import type { SurveyRequest } from '../../server/ports/event_surveyor';
import { toRuleUuid } from '../../server/routes/rules/to_rule_uuid';
import { registerRoutes } from '../../server/routes/register_routes';
import { withAssignees } from '../../server/triage/with_assignees';
import type { AlertQuery } from '../../common/api/find_alerts';
import { toPage } from '../browser_app/sample_alerts';
import type { SourceEvent } from '../../common/event/source_event';
import { createEqlEventReader } from '../doubles/eql_event_reader';
import { createBulkEdit } from '../doubles/kibana/create_bulk_edit';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createMemoryTriageStore } from '../doubles/memory_triage_store';
import { createMemoryRouter } from '../doubles/memory_router';
import { extendedRule } from '../../common/rule/extended_rule';
import { webServerRule } from '../../common/rule/web_server_rule';

const alert: Alert = {
  id: 'a',
  instanceId: 'rule-1:i:1',
  rowId: 'host:sh',
  raisedAt: '2026-11-24T12:00:00.000Z',
  eventTime: '2026-11-24T11:59:00.000Z',
  status: 'open',
  severity: 'high',
  riskScore: 73,
  reason: 'reason',
  ruleName: 'rule',
  ruleUuid: 'rule-1',
  ruleId: 'seed',
  ruleDescription: 'description',
  falsePositives: [],
  references: [],
  threat: [],
  query: toShippedParams(webServerRule).query,
  note: webServerRule.text.en.guide,
  event: { process: { user: { id: '33' } } },
  eventId: '1',
  eventIndex: 'i',
  signs: [],
  treeId: undefined,
  treeEvents: [],
};

const SEED_UUID = toRuleUuid('default', 'seed');

const createRule = (enabled: boolean, id = SEED_UUID): Rule => ({
  id,
  name: 'rule',
  enabled,
  schedule: { interval: '5m' },
  params: toShippedParams(webServerRule),
  tags: [],
  executionStatus: { lastExecutionDate: new Date('2026-11-24T12:00:00.000Z') },
  lastRun: { outcome: 'warning', outcomeMsg: ['Searched.', 'Carried over.'] },
  nextRun: new Date('2026-11-24T12:05:00.000Z'),
});

/** What Kibana's clients throw. */
const refuse = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { output: { statusCode } });

const NO_GROUPS = { groups: [], total: 0, ungrouped: 0 };

const createHost = ({
  store = {},
  rules: stored = [],
  events = [],
  mayRunLiveQueries = true,
  changesMeanwhile = 0,
  refusedEdit,
  findsAll = false,
}: {
  store?: Partial<AlertStore>;
  rules?: readonly Rule[];
  events?: readonly SourceEvent[];
  mayRunLiveQueries?: boolean;
  /** How often another node changes the seed's rule between reading and writing it here. */
  changesMeanwhile?: number;
  refusedEdit?: string;
  /** Whether an edit finds all rules, whichever is named. */
  findsAll?: boolean;
} = {}) => {
  let changesLeft = changesMeanwhile;
  const { router, routes } = createMemoryRouter();
  const logged: string[] = [];
  const triage = createMemoryTriageStore();
  const kept = new Map(stored.map((rule) => [rule.id, rule]));
  const ran: string[] = [];
  const edits: RuleEdit[] = [];
  const surveys: SurveyRequest[] = [];
  const switches = new Map<string, boolean>();
  const get = (id: string): Rule => {
    const rule = kept.get(id);
    if (!rule) throw refuse(404, `Saved object [alert/${id}] not found`);
    return rule;
  };
  const change = async (id: string, part: Partial<Rule>): Promise<void> => {
    kept.set(id, { ...get(id), ...part });
  };
  const bulkEdit = createBulkEdit<Rule>({
    list: () => kept.values(),
    find: (id) => kept.get(id),
    put: (rule) => void kept.set(rule.id, rule),
    validate: () => {
      if (refusedEdit !== undefined) throw new Error(refusedEdit);
    },
    givesRule: true,
    findsAll,
  });
  const rules: RulesClient = {
    find: async () => ({ data: [...kept.values()] }),
    create: async ({ data, options: { id } }) => {
      await Promise.resolve();
      if (kept.has(id)) throw refuse(409, `Saved object [alert/${id}] conflict`);
      const rule = { ...createRule(true, id), name: data.name, params: data.params };
      kept.set(id, rule);
      return rule;
    },
    bulkEdit(edit) {
      edits.push(edit);
      return bulkEdit({
        ...edit,
        async paramsModifier(given) {
          const modified = await edit.paramsModifier(given);
          const rule = kept.get(SEED_UUID);
          if (changesLeft-- > 0 && rule) kept.set(SEED_UUID, { ...rule, name: 'another' });
          return modified;
        },
      });
    },
    enable: ({ id }) => change(id, { enabled: true }),
    disable: ({ id }) => change(id, { enabled: false }),
    runSoon: async ({ id }) => void ran.push(get(id).id),
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
    summarize: () => Promise.reject(new Error('unused')),
    group: () => Promise.reject(new Error('unused')),
    count: () => Promise.reject(new Error('unused')),
    listNewest: () => Promise.reject(new Error('unused')),
    findById: async (id) => (id === alert.id ? alert : undefined),
    setStatus: async (ids) => (ids.includes(alert.id) ? [alert] : []),
    ...store,
  };
  registerRoutes({
    router,
    adapters: {
      ...createMemoryAdapters([]).adapters,
      getAlertStore: async () => withAssignees(full, triage),
      getTriageStore: async () => triage,
      getEventReader: async () => createEqlEventReader(events).reader,
      getReadinessProbe: async () => ({
        probe: async () => [{ id: 'osquery_engine', state: 'good', seen: [] }],
      }),
      getEventSurveyor: async () => ({
        survey: async (request) => {
          surveys.push(request);
          return { events: 7, isAtLeast: false, hosts: [], absentFields: [], problems: [] };
        },
      }),
      evidenceSwitch: {
        isOn: async ({ ruleUuid }) => switches.get(ruleUuid) ?? false,
        set: async ({ ruleUuid }, isOn) => void switches.set(ruleUuid, isOn),
      },
      mayRunLiveQueries: async () => mayRunLiveQueries,
      findPeople: async () => ({ me: 'ann', others: ['bob'] }),
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
  return { call, routes, logged, kept, ran, edits, surveys, switches };
};

const ROOT = '/internal/web_server_rce';

describe('evidence of a rule', () => {
  const rule = createRule(true);
  const SWITCH = `post ${ROOT}/rules/{id}/_evidence`;
  const params = { id: rule.id };

  it('is switched by who may run live queries', async () => {
    const { call, switches } = createHost({ rules: [rule] });
    expect(await call(`get ${ROOT}/rules/{id}/evidence`, { params })).toMatchObject({
      payload: { isOn: false, maySwitchOn: true },
    });
    await call(SWITCH, { params, body: { isOn: true } });
    expect([...switches]).toEqual([[rule.id, true]]);
    expect(await call(`get ${ROOT}/rules/{id}/evidence`, { params })).toMatchObject({
      payload: { isOn: true },
    });
  });

  it('is not switched on, only off, by who may edit rules and run no queries', async () => {
    const { call, switches } = createHost({ rules: [rule], mayRunLiveQueries: false });
    expect(await call(SWITCH, { params, body: { isOn: true } })).toMatchObject({
      status: 403,
      payload: { attributes: { code: 'live_queries_not_allowed' } },
    });
    expect([...switches]).toEqual([]);
    expect(await call(SWITCH, { params, body: { isOn: false } })).toMatchObject({ status: 200 });
  });

  it('is of no rule but ours', async () => {
    const { call } = createHost({ rules: [rule] });
    const request = { params: { id: 'other' }, body: { isOn: true } };
    expect(await call(SWITCH, request)).toMatchObject({ status: 404 });
  });
});

describe('the survey of events', () => {
  it('asks for the fields and indices of the rules that are enabled, of the last week', async () => {
    const { call, surveys } = createHost({ rules: [createRule(true)] });
    expect(await call(`get ${ROOT}/event_survey`)).toMatchObject({ payload: { events: 7 } });
    expect(surveys).toMatchObject([
      {
        indexPatterns: toShippedParams(webServerRule).indexPatterns,
        timestampField: '@timestamp',
        fields: expect.arrayContaining(['process.parent.executable', 'event.category']),
        from: '2026-11-17T12:10:00.000Z',
      },
    ]);
  });

  it('asks for nothing while no rule is enabled', async () => {
    const { call, surveys } = createHost({ rules: [createRule(false)] });
    expect(await call(`get ${ROOT}/event_survey`)).toMatchObject({ payload: { events: 0 } });
    expect(surveys).toEqual([]);
  });
});

describe('every route', () => {
  it('is authorised on 8.12 by tag and on 9.x by required privileges', () => {
    const { routes } = createHost();
    expect(routes.size).toBe(26);
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
      `post ${ROOT}/rules/{id}/_enabled`,
      `post ${ROOT}/rules/{id}/_params`,
      `post ${ROOT}/rules/{id}/_run`,
      `post ${ROOT}/rules/{id}/_search_again`,
      `post ${ROOT}/rules/{id}/exceptions`,
      `post ${ROOT}/rules/{id}/exceptions/_remove`,
      `post ${ROOT}/rules/{id}/_evidence`,
    ]);
  });
});

describe('the figures over a filter', () => {
  it('tell how long alerts took to be found, taken notice of and closed', async () => {
    const times = { raisedAt: alert.raisedAt, eventTime: alert.eventTime };
    const { call } = createHost({
      store: {
        summarize: async () => ({
          ...{ hosts: 1, histogram: undefined },
          newest: [
            { ...times, rowId: alert.rowId, status: 'closed' },
            { ...times, rowId: 'host:other', status: 'open' },
          ],
        }),
      },
    });
    await call(`post ${ROOT}/alerts/_status`, { body: { ids: ['a'], status: 'closed' } });
    const { payload } = await call(`post ${ROOT}/alerts/_stats`, { body: {} });
    expect(payload).toEqual({
      ...{ hosts: 1, histogram: undefined, detectMs: 60_000 },
      ...{ acknowledgeMs: 600_000, closeMs: 600_000 },
    });
  });
});

describe('the work on an alert', () => {
  const TRIAGE = `${ROOT}/alerts/{id}/triage`;
  const change = (body: object) => ({ params: { id: 'a' }, body: { change: body } });

  it('is kept with who did it and when, and a verdict closes the alert', async () => {
    const statuses: string[] = [];
    const { call } = createHost({
      store: {
        setStatus: async (ids, status) => (
          statuses.push(status),
          ids.map((id) => ({ id, rowId: id }))
        ),
      },
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

  it('tells with each alert of the list whose work it is, and finds those of some users', async () => {
    const asked: AlertQuery[] = [];
    const { call } = createHost({
      store: {
        find: async (query) => (asked.push(query), toPage([alert])),
        count: async (filters) => filters.map(({ rowIds = ['every'] }) => rowIds.length),
      },
    });
    const find = (body: object) => call(`post ${ROOT}/alerts/_find`, { body });
    expect((await find({})).payload).not.toHaveProperty('alerts.0.assignee');
    await call(`post ${TRIAGE}`, change({ kind: 'assignee', assignee: 'bob' }));
    expect((await find({ assignees: ['bob', 'ann'] })).payload).toMatchObject({
      alerts: [{ id: 'a', assignee: 'bob' }],
    });
    expect(asked.at(-1)).toMatchObject({ assignees: [], rowIds: [alert.rowId] });
    await find({ assignees: ['carol'] });
    expect(asked.at(-1)?.rowIds).toEqual([]);
    const filters = [{ assignees: ['bob'] }, { assignees: ['carol'] }, {}];
    expect((await call(`post ${ROOT}/alerts/_count`, { body: { filters } })).payload).toEqual({
      counts: [1, 0, 1],
    });
  });

  it('groups by server, or by source where that is asked for', async () => {
    const asked: unknown[] = [];
    const { call } = createHost({
      store: {
        group: async (filter, by) => (asked.push([filter.sources, by]), NO_GROUPS),
      },
    });
    const group = (body: object) => call(`post ${ROOT}/alerts/_group`, { body });
    expect((await group({})).payload).toEqual(NO_GROUPS);
    await group({ by: 'source', sources: ['unknown'] });
    expect(asked).toEqual([
      [[], 'server'],
      [['unknown'], 'source'],
    ]);
    expect((await group({ by: 'moon' })).status).toBe(400);
  });

  it('names who can be given an alert', async () => {
    expect((await createHost().call(`get ${ROOT}/people`)).payload).toEqual({
      me: 'ann',
      others: ['bob'],
    });
  });

  it('tells of a status that was changed from the table', async () => {
    const { call } = createHost();
    await call(`post ${ROOT}/alerts/_status`, { body: { ids: ['a'], status: 'acknowledged' } });
    const { payload } = await call(`get ${TRIAGE}`, { params: { id: 'a' } });
    expect(JSON.stringify(payload)).toContain('"status":"acknowledged"');
  });

  it('holds the verdict that was given to many alerts at once', async () => {
    const { call } = createHost();
    const verdict = { kind: 'verdict', verdict: 'benign', comment: 'hook' };
    const body = { ids: ['a'], status: 'closed', verdict };
    await call(`post ${ROOT}/alerts/_status`, { body });
    expect(await call(`get ${TRIAGE}`, { params: { id: 'a' } })).toMatchObject({
      payload: { triage: { verdict: { verdict: 'benign', comment: 'hook' } } },
    });
    const open = { body: { ...body, status: 'open' } };
    expect((await call(`post ${ROOT}/alerts/_status`, open)).status).toBe(400);
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
    const params = { ...toShippedParams(webServerRule), lookBack: 'soon' };
    const body = { params, interval: '1.5m' };
    const request = { params: { id: SEED_UUID }, body };
    expect(await createHost().call(`post ${ROOT}/rules/{id}/_params`, request)).toEqual({
      status: 400,
      payload:
        'The request is not valid: params.lookBack: must be a number up to 9999 and a unit s, m, h or d: 9m; ' +
        'interval: must be a number up to 9999 and a unit s, m, h or d: 5m. Correct it and send it again.',
    });
  });

  it('refuse a look-back shorter than the interval, and take intervals of seconds', async () => {
    const set = (lookBack: string, interval: string) =>
      createHost().call(`post ${ROOT}/rules/{id}/_params`, {
        params: { id: SEED_UUID },
        body: { params: { ...toShippedParams(webServerRule), lookBack }, interval },
      });
    expect(await set('9m', '10m')).toMatchObject({
      status: 400,
      payload: expect.stringContaining(
        'params.lookBack: must not be shorter than the interval'
      ) as string,
    });
    expect((await set('9m', '9m')).status).not.toBe(400);
    expect((await set('40s', '30s')).status).not.toBe(400);
  });

  it.each([
    ['an unknown field', { surprise: 1 }],
    ['a column that is none', { sortField: 'kibana.alert.uuid' }],
    ['a page size of zero', { perPage: 0 }],
    ['a query where words belong', { search: { match_all: {} } }],
    ['more words than Elasticsearch would take', { search: 'x '.repeat(51) }],
    ['a time that is none', { from: 'now-1d' }],
    ['a source that is no address', { sources: ['203.0.113.0/24'] }],
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
    const refusal = refuse(403, 'Unauthorized by "webServerRce" to update alert');
    const host = createHost({ store: { setStatus: () => Promise.reject(refusal) } });
    const body = { ids: ['a'], status: 'closed' };
    expect(await host.call(`post ${ROOT}/alerts/_status`, { body })).toMatchObject({
      status: 403,
      payload: { message: expect.stringMatching(/^You may not do this: Unauthorized by/) },
    });
  });

  it.each([
    [400, 'Error updating rule: the interval is less than the allowed minimum interval of 1m'],
    [404, 'Saved object [alert/x] not found'],
    [409, 'Saved object [alert/x] conflict'],
  ])('that Kibana refuses with %i keep the status and Kibana’s reason', async (status, reason) => {
    const host = createHost({
      store: { find: () => Promise.reject(refuse(status, `${reason}.`)) },
    });
    const response = await host.call(`post ${ROOT}/alerts/_find`, { body: {} });
    expect(response).toMatchObject({
      status,
      payload: { message: expect.stringContaining(`${reason}. `) },
    });
    expect(host.logged).toEqual([]);
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

describe('the rules', () => {
  const ENABLED = `post ${ROOT}/rules/{id}/_enabled`;
  const PARAMS = `post ${ROOT}/rules/{id}/_params`;
  const enable = { params: { id: SEED_UUID }, body: { enabled: true } };
  const firstOf = ({ payload }: { payload?: unknown }) => (payload as RuleList).rules[0];

  it('are absent until one is enabled for the first time, which creates it', async () => {
    const { call } = createHost();
    expect(firstOf(await call(`get ${ROOT}/rules`))).toEqual({
      kind: 'absent',
      id: SEED_UUID,
      ruleId: 'seed',
    });
    expect(firstOf(await call(ENABLED, enable))).toMatchObject({
      kind: 'present',
      id: SEED_UUID,
      name: webServerRule.text.en.name,
      enabled: true,
      isCopy: false,
      interval: '5m',
    });
  });

  it('are made once by two who enable one at the same time', async () => {
    const { call, kept } = createHost();
    const answers = await Promise.all([call(ENABLED, enable), call(ENABLED, enable)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([...kept.keys()]).toEqual([SEED_UUID]);
  });

  it('adopt one that was made before its id was derived', async () => {
    const { call, kept } = createHost({ rules: [createRule(false, 'random')] });
    expect(firstOf(await call(ENABLED, enable))).toMatchObject({ id: 'random', enabled: true });
    expect([...kept.keys()]).toEqual(['random']);
  });

  it('list copies made elsewhere behind the one they are copies of', async () => {
    const rules = [createRule(true, 'elsewhere'), createRule(true)];
    const { payload } = await createHost({ rules }).call(`get ${ROOT}/rules`);
    expect((payload as RuleList).rules.filter(({ ruleId }) => ruleId === 'seed')).toMatchObject([
      { id: SEED_UUID, isCopy: false },
      { id: 'elsewhere', isCopy: true },
    ]);
  });

  it('say how the last run went and when the next one is', async () => {
    const response = await createHost({ rules: [createRule(true)] }).call(`get ${ROOT}/rules`);
    expect(firstOf(response)).toMatchObject({
      lastRun: {
        outcome: 'warning',
        messages: ['Searched.', 'Carried over.'],
        startedAt: '2026-11-24T12:00:00.000Z',
      },
      nextRun: '2026-11-24T12:05:00.000Z',
    });
  });

  it('are switched off and then have no next run', async () => {
    const { call } = createHost({ rules: [createRule(true)] });
    const rule = firstOf(await call(ENABLED, { ...enable, body: { enabled: false } }));
    expect(rule).toMatchObject({ enabled: false });
    expect(rule).not.toHaveProperty('nextRun');
  });

  it('run on their own', async () => {
    const { call, ran } = createHost({ rules: [createRule(true, 'a'), createRule(true, 'b')] });
    await call(`post ${ROOT}/rules/{id}/_run`, { params: { id: 'b' } });
    expect(ran).toEqual(['b']);
  });

  const params = {
    ...toShippedParams(webServerRule),
    query: 'process where process.name == "sh"',
  };
  const save = { params: { id: SEED_UUID }, body: { params, interval: '1m' } };

  it('take other parameters and another interval', async () => {
    const { call } = createHost({ rules: [createRule(true)] });
    const rule = firstOf(await call(PARAMS, save));
    expect(rule).toMatchObject({ kind: 'present', interval: '1m', params });
  });

  it('change nothing else: what an administrator added, alerting keeps', async () => {
    const { call, edits } = createHost({ rules: [createRule(true)] });
    await call(PARAMS, save);
    const operations = [{ operation: 'set', field: 'schedule', value: { interval: '1m' } }];
    expect(edits).toMatchObject([{ filter: `alert.id: "alert:${SEED_UUID}"`, operations }]);
  });

  it.each([
    [1, 200, undefined],
    [3, 200, undefined],
    [4, 409, 'refused_conflict'],
  ])('that another node changes %i times meanwhile answer %i', async (times, status, code) => {
    const { call } = createHost({ rules: [createRule(true)], changesMeanwhile: times });
    const answer = await call(PARAMS, save);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer).toMatchObject({ payload: { attributes: { code } } });
  });

  it('leave another rule as it is, should alerting find that too', async () => {
    const other = toRuleUuid('default', 'extended');
    const extended = { ...createRule(true, other), params: toShippedParams(extendedRule) };
    const foreign = { ...createRule(true, 'of-security'), params: { type: 'eql' } };
    const { call, kept } = createHost({
      rules: [createRule(true), extended, foreign],
      findsAll: true,
    });
    expect((await call(PARAMS, save)).status).toBe(200);
    expect(kept.get(SEED_UUID)).toMatchObject({ params, schedule: { interval: '1m' } });
    expect(kept.get(other)).toEqual(extended);
    expect(kept.get('of-security')).toEqual(foreign);
  });

  it('that alerting does not take say why', async () => {
    const { call } = createHost({
      rules: [createRule(true)],
      refusedEdit: 'Error updating rule: the interval is less than the allowed minimum interval.',
    });
    expect(await call(PARAMS, save)).toMatchObject({
      status: 400,
      payload: {
        attributes: { code: 'refused_invalid' },
        message: expect.stringContaining('allowed minimum interval. Change'),
      },
    });
  });

  it('are not saved with a query that can not be read, and say where the mistake is', async () => {
    const { call } = createHost({ rules: [createRule(true)] });
    const wrong = { ...params, query: 'process where process.name = "sh"' };
    const body = { params: wrong, interval: '5m' };
    expect(await call(PARAMS, { ...save, body })).toMatchObject({
      status: 400,
      payload: {
        attributes: { code: 'rule_invalid' },
        message: expect.stringMatching(/Line 1, column 28.*\^/s),
      },
    });
  });

  it('can not be changed or run before they exist, nor by an id of nobody', async () => {
    const { call } = createHost();
    expect((await call(PARAMS, save)).status).toBe(404);
    expect((await call(`post ${ROOT}/rules/{id}/_run`, { params: save.params })).status).toBe(404);
    expect((await call(ENABLED, { ...enable, params: { id: 'nobody' } })).status).toBe(404);
  });
});

describe('the exceptions of a rule', () => {
  const ADD = `post ${ROOT}/rules/{id}/exceptions`;
  const REMOVE = `post ${ROOT}/rules/{id}/exceptions/_remove`;
  const PREVIEW = `post ${ROOT}/rules/{id}/exceptions/_preview`;
  const address = { params: { id: SEED_UUID } };
  const draft = { query: 'process where process.name == "sh"', comment: 'work' };
  const paramsOf = (host: ReturnType<typeof createHost>) =>
    ruleParamsSchema.parse(host.kept.get(SEED_UUID)?.params);

  it('are signed, kept among its parameters beside all others, and taken away again', async () => {
    const host = createHost({ rules: [createRule(true)] });
    await host.call(ADD, { ...address, body: { exceptions: [draft, draft] } });
    const { exceptions = [], ...others } = paramsOf(host);
    expect(others).toEqual(toShippedParams(webServerRule));
    expect(exceptions).toMatchObject([
      { ...draft, by: 'ann', at: '2026-11-24T12:10:00.000Z' },
      { ...draft, by: 'ann' },
    ]);
    expect(host.edits[0]).toMatchObject({ operations: [] });
    await host.call(REMOVE, { ...address, body: { exceptionId: exceptions[0]?.id } });
    expect(paramsOf(host).exceptions).toEqual([exceptions[1]]);
  });

  it('are refused with a mistake in their query, and where there are too many', async () => {
    const host = createHost({ rules: [createRule(true)] });
    const add = (exceptions: object[]) => host.call(ADD, { ...address, body: { exceptions } });
    expect(await add([{ ...draft, query: 'process where name = 1' }])).toMatchObject({
      status: 400,
      payload: expect.stringMatching(/line 1, column/i) as string,
    });
    expect((await add(Array.from({ length: 100 }, () => draft))).status).toBe(200);
    expect(await add([draft])).toMatchObject({
      status: 400,
      payload: { attributes: { code: 'too_many_exceptions' } },
    });
    expect(paramsOf(host).exceptions).toHaveLength(100);
  });

  it('stay when settings are saved from a form that was opened before', async () => {
    const host = createHost({ rules: [createRule(true)] });
    await host.call(ADD, { ...address, body: { exceptions: [draft] } });
    const settings = { params: toShippedParams(webServerRule), interval: '1m' };
    await host.call(`post ${ROOT}/rules/{id}/_params`, { ...address, body: settings });
    expect(paramsOf(host).exceptions).toMatchObject([draft]);
  });

  it('that are added at the same moment are all kept, beside settings saved with them', async () => {
    const host = createHost({ rules: [createRule(true)] });
    const add = (exceptions: object[]) => host.call(ADD, { ...address, body: { exceptions } });
    const tooMany = Array.from({ length: 100 }, () => draft);
    const settings = { params: { ...toShippedParams(webServerRule), lookBack: '7m' } };
    const answers = await Promise.all([
      add([draft]),
      add(tooMany),
      add([draft]),
      host.call(`post ${ROOT}/rules/{id}/_params`, {
        ...address,
        body: { ...settings, interval: '1m' },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200, 200]);
    const { exceptions = [], lookBack } = paramsOf(host);
    expect(new Set(exceptions.map(({ id }) => id)).size).toBe(2);
    expect(lookBack).toBe('7m');
    await host.call(REMOVE, { ...address, body: { exceptionId: exceptions[0]?.id } });
    expect(paramsOf(host).exceptions).toHaveLength(1);
  });

  it('are tried on the alerts of the last 30 days before they are made', async () => {
    const asked: object[] = [];
    const host = createHost({
      rules: [createRule(true)],
      store: {
        listNewest: async (question) => {
          asked.push(question);
          const event = { process: { command_line: 'sh -c id', name: 'sh' }, host: { name: 'h' } };
          const other = { ...alert, id: 'b', rowId: 'h:2' };
          return [{ ...alert, event: { ...event, event: { category: 'process' } } }, other];
        },
      },
    });
    const preview = (body: object) => host.call(PREVIEW, { ...address, body });
    expect(await preview({ query: draft.query })).toEqual({
      status: 200,
      payload: {
        asked: 2,
        isCut: false,
        hidden: 1,
        days: 30,
        examples: [
          {
            id: 'a',
            eventTime: alert.eventTime,
            severity: 'high',
            riskScore: 73,
            host: 'h',
            command: 'sh -c id',
          },
        ],
      },
    });
    expect(asked).toEqual([{ ruleUuid: SEED_UUID, from: '2026-10-25T12:10:00.000Z', size: 501 }]);
    expect((await preview({ query: draft.query, upToRisk: 72 })).payload).toMatchObject({
      hidden: 0,
    });
  });

  it('count a tree whose severity rose once, as the list does, and as grave as it became', async () => {
    const event = { process: { name: 'sh' }, event: { category: 'process' } };
    const toStored = (id: string, riskScore: number) => {
      return { ...alert, id, rowId: 'h:1', riskScore, event };
    };
    const host = createHost({
      rules: [createRule(true)],
      store: { listNewest: async () => [toStored('mild', 47), toStored('grave', 99), alert] },
    });
    const preview = (body: object) => host.call(PREVIEW, { ...address, body });
    expect(await preview({ query: draft.query })).toMatchObject({
      payload: { asked: 2, hidden: 1, examples: [{ id: 'grave', riskScore: 99 }] },
    });
    expect(await preview({ query: draft.query, upToRisk: 50 })).toMatchObject({
      payload: { asked: 2, hidden: 0 },
    });
  });
});

describe('the runs of a rule', () => {
  const AGAIN = `post ${ROOT}/rules/{id}/_search_again`;
  const address = { params: { id: SEED_UUID } };
  const period = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' };

  it('take up a period of the past that somebody asks for', async () => {
    const host = createHost({ rules: [createRule(true)] });
    await host.call(AGAIN, { ...address, body: period });
    expect(host.ran).toEqual([SEED_UUID]);
    expect(await host.call(`get ${ROOT}/rules/{id}/runs`, address)).toMatchObject({
      payload: {
        history: { runs: [], pending: [{ ...period, by: 'ann', at: '2026-11-24T12:10:00.000Z' }] },
      },
    });
  });

  it('take up none that is still to come, too long, upside down, or one too many', async () => {
    const host = createHost({ rules: [createRule(false)] });
    const ask = async (body: object) => (await host.call(AGAIN, { ...address, body })).status;
    expect(await ask({ ...period, to: '2026-11-24T12:10:01.000Z' })).toBe(400);
    expect(await ask({ ...period, from: '2026-10-01T00:00:00.000Z' })).toBe(400);
    expect(await ask({ from: period.to, to: period.from })).toBe(400);
    for (let count = 0; count < 10; count += 1) expect(await ask(period)).toBe(200);
    expect(await ask(period)).toBe(400);
    expect(host.ran).toEqual([]);
  });
});

describe('the preview of a rule', () => {
  const PREVIEW = `post ${ROOT}/rules/_preview`;
  const period = { from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T12:00:00.000Z' };
  const toMatch = (id: string, name: string): SourceEvent => ({
    index: 'logs-endpoint.events.process-default',
    id,
    source: {
      '@timestamp': '2026-11-24T11:30:00.000Z',
      event: { category: ['process'] },
      host: { name: 'web-01' },
      process: { name, command_line: name },
    },
  });
  const ask = (query: string, part: object = {}) =>
    createHost({ events: [toMatch('1', 'sh'), toMatch('2', 'id')] }).call(PREVIEW, {
      body: { params: { ...toShippedParams(webServerRule), query, ...part }, ...period },
    });

  it('finds what settings would find that are not saved, and stores nothing', async () => {
    expect(await ask('process where process.name == "id"')).toMatchObject({
      status: 200,
      payload: {
        matches: 1,
        isCut: false,
        alerts: 1,
        hidden: 0,
        hosts: [{ host: 'web-01', matches: 1, alerts: 1 }],
        examples: [{ eventId: '2', riskScore: 73, host: 'web-01' }],
      },
    });
  });

  it('leaves out what the rule’s exceptions hide', async () => {
    const exception = { id: 'x', query: 'process where process.name == "id"', comment: '' };
    const exceptions = [{ ...exception, at: '2026-11-24T12:00:00.000Z' }];
    expect((await ask('process where true', { exceptions })).payload).toMatchObject({
      matches: 2,
      alerts: 1,
      hidden: 1,
    });
  });

  it('refuses a query with a mistake, and a part that is too long', async () => {
    expect(await ask('process where a = 1')).toMatchObject({
      status: 400,
      payload: { message: expect.stringMatching(/line 1, column/i) as string },
    });
    const params = toShippedParams(webServerRule);
    const body = { params, ...period, from: '2026-11-01T00:00:00.000Z' };
    expect((await createHost().call(PREVIEW, { body })).status).toBe(400);
  });
});

describe('what is in order', () => {
  it('is asked of the last day and of the rules that are on, and shown with what the host sees', async () => {
    const { call, surveys } = createHost({ rules: [createRule(true)] });
    const { payload } = await call(`get ${ROOT}/readiness`);
    expect(payload).toMatchObject({
      checks: [
        { id: 'rule_on', state: 'doubtful', seen: ['extended'] },
        { id: 'run_fresh', state: 'doubtful', seen: ['seed'] },
        { id: 'events_recent', state: 'bad' },
        { id: 'fields_present', state: 'good' },
        { id: 'osquery_engine', state: 'good' },
      ],
      hosts: [],
    });
    expect(surveys).toMatchObject([{ from: '2026-11-23T12:10:00.000Z' }]);
  });
});
