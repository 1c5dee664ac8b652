import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { getAlert } from '../../common/api/get_alert';
import { setRuleParams } from '../../common/api/set_rule_params';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { Kibana } from './kibana';
import { createConnector, createRuleCopy, getBody } from './rule_copy';
import { until } from './until';

const MINUTES_3 = 180_000;
const INDEX = 'messages-of-actions';
const messageSchema = z.object({
  kind: z.enum(['alert', 'summary']),
  text: z.string(),
  url: z.string(),
  host: z.string(),
});
type Message = z.infer<typeof messageSchema>;
const foundSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: messageSchema })) }),
});
const ruleSchema = z.object({ actions: z.array(z.object({ params: z.unknown() })) });

/** What an administrator attaches to a rule: messages through Kibana's connectors. */
export const actionsSuite = (kibana: Kibana): void => {
  let ruleId: string;
  let messages: Message[];

  const readMessages = async (): Promise<Message[]> => {
    const path = `/api/console/proxy?method=GET&path=${encodeURIComponent(`${INDEX}/_search?size=50&ignore_unavailable=true`)}`;
    const body = getBody(await kibana.ask(path, { method: 'POST' }));
    return foundSchema.parse(body).hits.hits.map(({ _source }) => _source);
  };

  beforeAll(async () => {
    const index = await createConnector(kibana, '.index', { index: INDEX });
    const log = await createConnector(kibana, '.server-log', {});
    const ofEach = { summary: false, notify_when: 'onActionGroupChange', throttle: null };
    const ofRun = { summary: true, notify_when: 'onActiveAlert', throttle: null };
    const toDocument = (kind: string, text: string, url: string, host: string): object => ({
      documents: [{ kind, text, url, host }],
    });
    ruleId = await createRuleCopy(kibana, [
      {
        id: index,
        group: 'match',
        params: toDocument(
          'alert',
          '{{context.reason}} | {{context.risk}} | {{context.user}} | {{context.command}} | {{context.tree}} | {{context.rule}}',
          '{{context.alertUrl}}',
          '{{context.host}}'
        ),
        frequency: ofEach,
      },
      {
        id: index,
        group: 'match',
        params: toDocument(
          'summary',
          '{{rule.name}}: {{alerts.new.count}} {{alerts.recovered.count}}{{#alerts.new.data}} {{kibana.alert.reason}}{{/alerts.new.data}}',
          '{{#alerts.new.data}}{{kibana.alert.url}} {{/alerts.new.data}}',
          ''
        ),
        frequency: ofRun,
      },
      {
        id: log,
        group: 'match',
        params: { level: 'info', message: '{{context.reason}}' },
        frequency: ofEach,
      },
    ]);
    messages = await until('messages of actions', 120, async () => {
      const found = await readMessages();
      return found.length > 5 ? found : undefined;
    });
  }, MINUTES_3);

  afterAll(async () => {
    await kibana.ask(`/api/alerting/rule/${ruleId}`, { method: 'DELETE' });
  });

  test('a message about an alert names host, user, command and reason, and opens the alert', async () => {
    const ofAlerts = messages.filter(({ kind }) => kind === 'alert');
    expect(ofAlerts).toHaveLength(5);
    for (const { text, url, host } of ofAlerts) {
      expect(text).toMatch(/started .* as user .* \| 73 \| \S+ \| .+ \| .+ \| Copy with actions$/s);
      expect(host).not.toBe('');
      const [, id = ''] = /\/app\/webServerRce\/alerts\/([0-9a-f-]{36})$/.exec(url) ?? [];
      const { alert } = await kibana.call(getAlert, { params: { id } });
      expect(text).toContain(alert.reason.slice(0, 100));
    }
  });

  test('a summary of a run counts new alerts, none as recovered, and lists where they open', () => {
    const [summary] = messages.filter(({ kind }) => kind === 'summary');
    expect(summary?.text).toMatch(/^Copy with actions: 5 0 .*started/s);
    expect(summary?.url.trim().split(' ')).toHaveLength(5);
    for (const url of summary?.url.trim().split(' ') ?? []) {
      expect(url).toMatch(/^https?:\/\/.*\/app\/webServerRce\/alerts\/[0-9a-f-]{36}$/);
    }
  });

  test('settings saved in the app keep the actions', async () => {
    const read = async (): Promise<unknown> => {
      const answer = await kibana.ask(`/api/alerting/rule/${ruleId}`, { method: 'GET' });
      return ruleSchema.parse(getBody(answer)).actions;
    };
    const before = await read();
    const params = { ...toShippedParams(webServerRule), lookBack: '3h' };
    const body = { params, interval: '2h' };
    await kibana.call(setRuleParams, { params: { id: ruleId }, body });
    expect(await read()).toEqual(before);
    expect(before).toHaveLength(3);
  });
};
