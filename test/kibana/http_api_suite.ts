import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { API_ROOT } from '../../common/api/endpoint';
import { addExceptions } from '../../common/api/exceptions/add_exceptions';
import { removeException } from '../../common/api/exceptions/remove_exception';
import { findAlerts, type AlertPage } from '../../common/api/find_alerts';
import { getAlert } from '../../common/api/get_alert';
import { getGuide } from '../../common/api/get_guide';
import { listRules } from '../../common/api/list_rules';
import { runRule } from '../../common/api/run_rule';
import { changeTriage } from '../../common/api/triage/change_triage';
import { getPeople } from '../../common/api/triage/get_people';
import { setAlertStatus } from '../../common/api/set_alert_status';
import { toRunFilterKql } from '../../common/osquery/run_filter';
import { FEATURE_ID, RULE_TYPE_ID } from '../../common/product';
import { toRunHistory } from '../../public/osquery/known/run_history';
import { getAlertsOfEnabledRule, getSeedRule } from './enabled_rule';
import type { RuleParams } from '../../common/rule/rule_params';
import type { Kibana } from './kibana';
import { until } from './until';

const MINUTES_2 = 120_000;
const EXCEPTION_COMMENT = 'added by a test at one moment';
const foundSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: z.record(z.unknown()) })) }),
});
const liveQuerySchema = z.object({
  data: z.object({ queries: z.array(z.object({ action_id: z.string() })).length(1) }),
});

/** What Kibana's own plugins and scripts see of this one, asked over HTTP. */
export const httpApiSuite = (kibana: Kibana): void => {
  let page: AlertPage;
  beforeAll(async () => {
    page = await getAlertsOfEnabledRule(kibana);
  }, MINUTES_2);

  const getFirst = () => {
    const [alert] = page.alerts;
    if (alert === undefined) throw new Error('There is no alert.');
    return alert;
  };
  const getEnabledRule = async () => {
    const rule = await getSeedRule(kibana);
    if (rule.kind === 'absent') throw new Error('There is no rule.');
    return rule;
  };

  test('a change without kbn-xsrf is refused', async () => {
    const request = { method: 'POST', body: {}, headers: {} } as const;
    expect(await kibana.ask(findAlerts.path, request)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('kbn-xsrf') as unknown },
    });
  });

  test('a request that does not fit the schema is refused with a sentence', async () => {
    const answer = await kibana.ask(findAlerts.path, { method: 'POST', body: { page: -1 } });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.any(String) as unknown } });
  });

  test('an alert that is not there is a 404 with a sentence', async () => {
    const path = `${API_ROOT}/alerts/0b5a4ab8-91ab-4a0c-8e6e-9c1f1f4d0000`;
    expect(await kibana.ask(path, { method: 'GET' })).toMatchObject({
      status: 404,
      body: { message: expect.stringMatching(/^There is no alert/) as unknown },
    });
  });

  test('the rule is one of alerting, of our type and consumer, every five minutes', async () => {
    const { id } = await getEnabledRule();
    expect(await kibana.ask(`/api/alerting/rule/${id}`, { method: 'GET' })).toMatchObject({
      status: 200,
      body: {
        rule_type_id: RULE_TYPE_ID,
        consumer: FEATURE_ID,
        enabled: true,
        schedule: { interval: '5m' },
      },
    });
  });

  test('a stored alert holds its reason, severity, threat, guide and the event', async () => {
    const { id } = getFirst();
    const { body } = await kibana.ask('/internal/rac/alerts/find', {
      method: 'POST',
      body: { feature_ids: [FEATURE_ID], query: { ids: { values: [id] } }, size: 1 },
    });
    const [hit] = foundSchema.parse(body).hits.hits;
    expect(hit?._source).toMatchObject({
      'kibana.alert.uuid': id,
      'kibana.alert.reason': expect.stringMatching(/\S/) as unknown,
      'kibana.alert.severity': 'high',
      'kibana.alert.risk_score': 73,
      'kibana.alert.workflow_status': 'open',
      'kibana.alert.rule.rule_type_id': RULE_TYPE_ID,
      'kibana.alert.rule.consumer': FEATURE_ID,
      'kibana.alert.rule.note': expect.stringMatching(/^!\{osquery\{.*\}\}$/m) as unknown,
      'kibana.alert.rule.threat': expect.arrayContaining([expect.anything()]) as unknown,
      'kibana.alert.original_time': expect.any(String) as unknown,
      'kibana.space_ids': ['default'],
    });
  });

  test(
    'the rule runs again over the same events and raises no alert twice',
    async () => {
      const before = await getEnabledRule();
      await kibana.call(runRule, { params: { id: before.id } });
      await until('another run', 60, async () => {
        const { lastRun } = await getEnabledRule();
        return lastRun?.startedAt === before.lastRun?.startedAt ? undefined : lastRun;
      });
      const { alerts, total } = await kibana.call(findAlerts, { body: { perPage: 100 } });
      const events = alerts.map(({ instanceId }) => instanceId);
      expect(new Set(events).size).toBe(total);
      expect(total).toBe(page.total);
    },
    MINUTES_2
  );

  test('exceptions added at the same moment are all kept', async () => {
    const { id } = await getEnabledRule();
    const listOwn = (rule: { params: RuleParams }) =>
      (rule.params.exceptions ?? []).filter(({ comment }) => comment === EXCEPTION_COMMENT);
    const draft = { query: 'process where process.name == "nobody"', comment: EXCEPTION_COMMENT };
    const add = () => kibana.call(addExceptions, { params: { id }, body: { exceptions: [draft] } });
    await Promise.all([add(), add(), add()]);
    const own = listOwn(await getEnabledRule());
    expect(own).toHaveLength(3);
    const { rules } = await kibana.call(listRules, {});
    const others = rules.flatMap((rule) =>
      rule.kind === 'present' && rule.id !== id ? listOwn(rule) : []
    );
    expect(others).toEqual([]);
    await Promise.all(
      own.map((exception) =>
        kibana.call(removeException, { params: { id }, body: { exceptionId: exception.id } })
      )
    );
    expect(listOwn(await getEnabledRule())).toEqual([]);
  });

  test('an alert is acknowledged, closed and opened again', async () => {
    const { id } = getFirst();
    for (const status of ['acknowledged', 'closed', 'open'] as const) {
      await kibana.call(setAlertStatus, { body: { ids: [id], status } });
      const { alert } = await kibana.call(getAlert, { params: { id } });
      expect(alert.status).toBe(status);
    }
  });

  test('an alert is given to who asks, found by whose it is, and given back', async () => {
    const { id } = getFirst();
    const { me = 'nobody known' } = await kibana.call(getPeople, {});
    const give = (assignee: string | null) =>
      kibana.call(changeTriage, {
        params: { id },
        body: { change: { kind: 'assignee', assignee } },
      });
    await give(me);
    // What was saved is found once the index is refreshed.
    const found = await until('an alert by whose work it is', 30, async () => {
      const page = await kibana.call(findAlerts, { body: { assignees: [me], statuses: [] } });
      return page.total > 0 ? page : undefined;
    });
    expect(found.alerts).toMatchObject([{ id, assignee: me }]);
    expect((await give(null)).triage.history.at(-1)?.change).toEqual({
      kind: 'assignee',
      assignee: null,
    });
  });

  test('the guide comes in both languages, with five queries filled', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const request = { params: { id: getFirst().id }, query: { locale } };
      const { parts } = await kibana.call(getGuide, request);
      const filled = parts.flatMap((part) => (part.kind === 'query' ? [part.filled] : []));
      expect(filled).toHaveLength(5);
      for (const query of filled) {
        expect(query.kind === 'ready' && query.sql).toMatch(/^SELECT [^{]*$/);
      }
    }
  });

  test('Kibana takes a filled query for this alert as it is', async () => {
    const { id } = getFirst();
    const { event } = (await kibana.call(getAlert, { params: { id } })).alert;
    const { parts } = await kibana.call(getGuide, { params: { id }, query: { locale: 'en' } });
    const [query] = parts.flatMap((part) =>
      part.kind === 'query' && part.filled.kind === 'ready' ? [part.filled.sql] : []
    );
    const { agent } = z.object({ agent: z.object({ id: z.string() }) }).parse(event);
    const answer = await kibana.ask('/api/osquery/live_queries', {
      method: 'POST',
      body: { query, agent_ids: [agent.id], alert_ids: [id] },
      headers: { 'kbn-xsrf': 'test', 'elastic-api-version': '2023-10-31' },
    });
    expect(answer.status).toBe(200);
    const [sent] = liveQuerySchema.parse(answer.body).data.queries;
    // How earlier looks at a host are found: by the query's words, of which Kibana keeps analysed text.
    const host = { agentId: agent.id, from: page.alerts.at(-1)?.raisedAt ?? '', to: '2100-01-01' };
    const listIds = async (sql: string): Promise<readonly (string | undefined)[]> => {
      const search = new URLSearchParams({ kuery: toRunFilterKql({ sql, host }), pageSize: '100' });
      const headers = { 'elastic-api-version': '2023-10-31' };
      const path = `/api/osquery/live_queries?${search}`;
      const list = await kibana.ask(path, { method: 'GET', headers });
      expect(list.status).toBe(200);
      return toRunHistory(list.body).map(({ queryId }) => queryId);
    };
    await until('the live query in Osquery’s list', 30, async () =>
      (await listIds(query ?? '')).includes(sent?.action_id) ? true : undefined
    );
    expect(await listIds(`${query} AND another`)).not.toContain(sent?.action_id);
  });
};
