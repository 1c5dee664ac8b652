import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import { hasEvidenceMark } from '../../common/osquery/evidence_mark';
import type { AlertPage } from '../../common/api/find_alerts';
import type { PresentRule, RuleList } from '../../common/api/rule_status';
import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { RULE_TYPE_ID } from '../../common/product';
import { ruleParamsSchema, toShippedParams } from '../../common/rule/rule_params';
import { createStandingMatches } from '../../standalone/local/create_standing_matches';
import { createLocalEventReader } from '../../standalone/local/local_event_reader';
import { startHost, type StartedHost } from '../start_host';
import { webServerRule } from '../../common/rule/web_server_rule';

/** Follows one alert through the stand-alone host, in the steps of docs/follow_one_alert.md. */

const MINUTE_MS = 60_000;
let directory: string;
let host: StartedHost;
let alert: Alert;
let queries: Extract<FilledGuidePart, { kind: 'query' }>[];

const findAlerts = (query: Record<string, unknown> = {}): Promise<AlertPage> =>
  host.call('/internal/web_server_rce/alerts/_find', query);

const getRule = async (): Promise<PresentRule> => {
  const { rules } = await host.call<RuleList>('/internal/web_server_rce/rules');
  const rule = rules.find(({ ruleId }) => ruleId === webServerRule.id);
  if (rule?.kind !== 'present') throw new Error('The rule is absent.');
  return rule;
};

/** A live query as Kibana's API answers it. */
interface LiveQueryAnswer {
  data: {
    action_id: string;
    status: string;
    queries: { action_id: string; status: string; failed: number; docs: number }[];
  };
}

const runLiveQuery = async (sql: string) => {
  const { data } = await host.call<LiveQueryAnswer>('/api/osquery/live_queries', {
    query: sql,
    agent_ids: [host.agentId],
    alert_ids: [alert.id],
  });
  const read = async () =>
    (await host.call<LiveQueryAnswer>(`/api/osquery/live_queries/${data.action_id}`)).data;
  await expect.poll(read, { timeout: 20_000 }).toMatchObject({ status: 'completed' });
  const query = (await read()).queries[0];
  const results = await host.call<{
    data: { total: number; edges: { fields: Record<string, unknown[]> }[] };
  }>(`/api/osquery/live_queries/${data.action_id}/results/${query?.action_id ?? ''}`);
  return { query, rows: results.data.edges.map(({ fields }) => fields), total: results.data.total };
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'web-server-rce-'));
  host = await startHost(directory);
  await host.idle();
});

afterAll(async () => {
  await host.stop();
  await rm(directory, { recursive: true });
});

test('1. the rule’s parameters pass the schema that form and server share', () => {
  expect(ruleParamsSchema.parse(toShippedParams(webServerRule))).toEqual(
    toShippedParams(webServerRule)
  );
});

test('2. the rule type is registered with alerting, and a rule of it made and enabled at the first start', async () => {
  expect(await getRule()).toMatchObject({
    name: webServerRule.text.en.name,
    enabled: true,
    interval: '5m',
    params: toShippedParams(webServerRule),
  });
});

test('3. the executor has run, and says what it did', async () => {
  const { lastRun } = await getRule();
  expect(lastRun?.outcome).toBe('succeeded');
  expect(lastRun?.messages).toEqual([
    expect.stringMatching(/^Searched \S+ to \S+: \d+ new alerts?\.$/),
  ]);
});

test('4. its window reaches back nine minutes from its start', async () => {
  const { lastRun } = await getRule();
  const [, from, to] = /Searched (\S+) to (\S+):/.exec(lastRun?.messages[0] ?? '') ?? [];
  expect(to).toBe(lastRun?.startedAt);
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(9 * MINUTE_MS);
});

test('5. the event reader finds the matching events of that period with our own EQL', async () => {
  const now = Date.now();
  const reader = createLocalEventReader(
    host.store.events,
    createStandingMatches(async () => undefined)
  );
  const matches = await reader.search({
    ...toShippedParams(webServerRule),
    from: new Date(now - 9 * MINUTE_MS).toISOString(),
    to: new Date(now).toISOString(),
    size: 100,
    signal: new AbortController().signal,
  });
  expect(matches).toHaveLength(8);
  const { id } = await getRule();
  const { alerts } = await findAlerts();
  expect(matches.map((match) => toAlertInstanceId(id, match)).sort()).toEqual(
    alerts.map(({ instanceId }) => instanceId).sort()
  );
});

test('6. each match is one alert, however often the rule runs', async () => {
  const before = await findAlerts();
  const { id } = await getRule();
  await host.call(`/internal/web_server_rce/rules/${id}/_enabled`, { enabled: false });
  await host.call(`/internal/web_server_rce/rules/${id}/_enabled`, { enabled: true });
  await host.idle();
  const { lastRun } = await getRule();
  expect(lastRun?.messages[0]).toContain(': 0 new alerts.');
  expect(await findAlerts()).toEqual(before);
});

test('7. alerts are stored as alerting’s framework writes them, with the event and the guide', async () => {
  const { alerts } = await findAlerts({ search: 'whoami', hosts: ['web-01-nginx'] });
  const [first] = alerts;
  if (!first) throw new Error('There is no alert.');
  ({ alert } = await host.call<{ alert: Alert }>(`/internal/web_server_rce/alerts/${first.id}`));
  expect(host.store.alerts.find(alert.id)).toMatchObject({
    'kibana.alert.rule.rule_type_id': RULE_TYPE_ID,
    'kibana.alert.workflow_status': 'open',
    'kibana.alert.status': 'active',
    'event.kind': 'signal',
    'kibana.alert.original_event.action': 'exec',
    'kibana.alert.rule.note': webServerRule.text.en.guide,
    'kibana.space_ids': ['default'],
    process: { args: ['sh', '-c', 'whoami'] },
  });
});

test('8. an endpoint answers one alert, and a sentence for one that does not exist', async () => {
  expect(alert).toMatchObject({ eventId: expect.any(String), note: webServerRule.text.en.guide });
  await expect(host.call('/internal/web_server_rce/alerts/unknown')).rejects.toThrow(
    /404 .*There is no alert unknown/
  );
});

test('9. the table gets rows, counts and filters, and a status that is set stays', async () => {
  const page = await findAlerts({ sortField: 'host', sortOrder: 'asc', perPage: 5 });
  expect(page.total).toBe(8);
  expect(page.alerts).toHaveLength(5);
  expect(page.alerts[0]?.reason).toMatch(
    /^Web server process php-fpm8\.2 started dash as user www-data on web-01-nginx: sh -c /
  );
  expect(page.hosts).toEqual([
    { value: 'web-01-nginx', count: 4 },
    { value: 'web-02-apache', count: 4 },
  ]);
  const change = { ids: [alert.id], status: 'acknowledged' };
  expect(await host.call('/internal/web_server_rce/alerts/_status', change)).toEqual(change);
  expect((await findAlerts()).statusCounts).toEqual({ open: 7, acknowledged: 1, closed: 0 });
});

test('10. the guide comes in the reader’s language, with a query for every Osquery block', async () => {
  const getParts = async (locale: string): Promise<FilledGuidePart[]> =>
    (
      await host.call<{ parts: FilledGuidePart[] }>(
        `/internal/web_server_rce/alerts/${alert.id}/guide?locale=${locale}`
      )
    ).parts;
  const parts = await getParts('en');
  queries = parts.filter((part) => part.kind === 'query');
  expect(queries).toHaveLength(5);
  const chinese = JSON.stringify(await getParts('zh-CN'));
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect(JSON.stringify(parts)).not.toMatch(/\p{Script=Han}/u);
});

test('11. placeholders are filled from the alert: every query is ready and says what it put in', () => {
  expect(queries.map(({ filled }) => filled.kind)).toEqual(Array(5).fill('ready'));
  const filled = queries.filter(({ template }) => template.includes('{{process.user.id}}'));
  expect(filled.length).toBeGreaterThan(0);
  for (const query of filled) {
    expect(query.filled.sql).not.toContain('{{');
    expect(query.filled.substitutions).toMatchObject([
      { field: 'process.user.id', values: ['33'] },
    ]);
  }
});

test('12. every query runs through Kibana’s live-query API on this machine', async () => {
  for (const { filled } of queries) {
    const { query } = await runLiveQuery(filled.sql);
    expect(query).toMatchObject({ failed: 0, status: 'completed' });
  }
  const { rows, total } = await runLiveQuery(
    `SELECT pid, name, uid FROM processes WHERE pid = ${process.pid}`
  );
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    'osquery.pid': [String(process.pid)],
    'osquery.uid': [String(process.getuid?.())],
  });
});

test('after a restart alerts, their status, the rule and live queries are there, and nothing is raised again', async () => {
  await host.stop();
  host = await startHost(directory);
  await host.idle();
  const page = await findAlerts();
  expect(page.total).toBe(8);
  expect(page.statusCounts).toEqual({ open: 7, acknowledged: 1, closed: 0 });
  expect((await getRule()).lastRun?.messages[0]).toContain(': 0 new alerts.');
  const listed = await host.call<{ data: { items: { _source: { metadata?: unknown } }[] } }>(
    `/api/osquery/live_queries?kuery=${encodeURIComponent(`alert_ids: "${alert.id}"`)}`
  );
  // Beside the evidence that the rule took.
  const asked = listed.data.items.filter(({ _source }) => !hasEvidenceMark(_source.metadata));
  expect(asked).toHaveLength(6);
  expect(listed.data.items.length).toBeGreaterThan(asked.length);
});
