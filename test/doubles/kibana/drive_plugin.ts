import assert from 'node:assert/strict';
import { webServerRule } from '../../../common/rule/web_server_rule';
import { toShippedParams } from '../../../common/rule/rule_params';
import { toRuleUuid } from '../../../server/routes/rules/to_rule_uuid';
import { createKibana, type KibanaPlugin } from './create_kibana';

const ROOT = '/internal/web_server_rce';
const NOON = Date.UTC(2026, 10, 24, 12);
const RULE = { path: `${ROOT}/rules/{id}`, params: { id: toRuleUuid('default', 'seed') } } as const;

const EVENT = {
  _index: 'logs-endpoint.events.process-default',
  _id: 'event-1',
  _source: {
    '@timestamp': new Date(NOON - 60_000).toISOString(),
    agent: { id: 'agent-1' },
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: 'h', name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data', id: '33' },
    process: {
      entity_id: 'e',
      name: 'sh',
      executable: '/usr/bin/sh',
      args: ['sh', '-c', 'whoami'],
      args_count: 3,
      command_line: 'sh -c whoami',
      parent: { name: 'nginx', executable: '/usr/sbin/nginx', entity_id: 'p' },
    },
  },
};

/** What an analyst and an administrator do first, on a Kibana of one line. @throws AssertionError where it goes wrong */
export const drivePlugin = async (version: string, plugin: KibanaPlugin): Promise<void> => {
  const kibana = createKibana(version, plugin);
  kibana.boot();
  kibana.elasticsearch.put([EVENT]);
  const ask = async <Answer>(
    request: Parameters<typeof kibana.call>[1],
    privilege: 'all' | 'read' = 'all'
  ): Promise<Answer> => {
    const { status, payload } = await kibana.call(privilege, request);
    assert.equal(status, 200, `${request.path}: ${status} ${JSON.stringify(payload)}`);
    return payload as Answer;
  };

  // Privileges are asked for in the way of the line.
  const list = { method: 'get', path: `${ROOT}/rules` } as const;
  const switchOn = { ...RULE, method: 'post', path: `${RULE.path}/_enabled` } as const;
  assert.equal((await kibana.call('none', list)).status, 403);
  assert.equal((await kibana.call('read', { ...switchOn, body: { enabled: true } })).status, 403);
  await ask(list, 'read');

  // Switched on, off, on; one run raises one alert, and the next none.
  for (const enabled of [true, false, true]) await ask({ ...switchOn, body: { enabled } });
  assert.equal(kibana.rules.get(RULE.params.id)?.enabled, true);
  const first = await kibana.runRule(RULE.params.id, new Date(NOON));
  assert.equal(first.alerts, 1, first.said.join(' '));
  const second = await kibana.runRule(RULE.params.id, new Date(NOON + 300_000), first);
  assert.equal(second.alerts, 0, second.said.join(' '));

  // The alert is found, read with its guide, and closed.
  const find = { method: 'post', path: `${ROOT}/alerts/_find`, body: {} } as const;
  const { alerts } = await ask<{ alerts: { id: string; status: string }[] }>(find, 'read');
  assert.equal(alerts.length, 1);
  const params = { id: alerts[0]?.id ?? '' };
  const { alert } = await ask<{ alert: { severity: string } }>(
    { method: 'get', path: `${ROOT}/alerts/{id}`, params },
    'read'
  );
  assert.equal(alert.severity, webServerRule.severity);
  const { parts } = await ask<{ parts: unknown[] }>(
    { method: 'get', path: `${ROOT}/alerts/{id}/guide`, params, query: { locale: 'en' } },
    'read'
  );
  assert.ok(parts.length > 3);
  await ask({ method: 'get', path: `${ROOT}/alerts/{id}/story`, params }, 'read');
  const change = { kind: 'note', text: 'seen' };
  await ask({ method: 'post', path: `${ROOT}/alerts/{id}/triage`, params, body: { change } });
  await ask({
    method: 'post',
    path: `${ROOT}/alerts/_status`,
    body: { ids: [params.id], status: 'closed' },
  });
  assert.equal((await ask<{ alerts: { status: string }[] }>(find)).alerts[0]?.status, 'closed');

  // Settings are saved.
  const changed = { ...toShippedParams(webServerRule), lookBack: '30m' };
  await ask({
    ...RULE,
    method: 'post',
    path: `${RULE.path}/_params`,
    body: { params: changed, interval: '10m' },
  });
  const saved = kibana.rules.get(RULE.params.id);
  assert.equal(saved?.schedule.interval, '10m');
  assert.equal(saved.params['lookBack'], '30m');

  // A run that alerting cancels is told as such where Kibana says it in words alone, in place of our signal.
  kibana.elasticsearch.put([{ ...EVENT, _id: 'event-2' }]);
  const cancelled = kibana.runRule(RULE.params.id, new Date(NOON + 600_000), {
    ...second,
    shouldStop: () => true,
  });
  if (kibana.line.replacesEqlSignal) await assert.rejects(cancelled, /took too long/);
  else await cancelled;
};
