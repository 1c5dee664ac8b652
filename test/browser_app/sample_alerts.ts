import type { Alert } from '../../common/alert/alert';
import { toAlertSummary } from '../../common/alert/alert_summary';
import type { AlertPage } from '../../common/api/find_alerts';
import type { PresentRule } from '../../common/api/rule_status';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { fillGuide } from '../../common/guide/fill_guide';
import { parseGuide } from '../../common/guide/parse_guide';
import { webServerRule } from '../../common/rule/web_server_rule';
import { toShippedParams } from '../../common/rule/rule_params';

/** The moment it is in the tests of the browser app. */
export const NOW = '2026-11-24T03:00:00.000Z';

const EVENT = {
  '@timestamp': '2026-11-24T02:58:00.000Z',
  agent: { id: 'agent-1' },
  event: { category: ['process'], type: ['start'], action: 'exec' },
  host: { name: 'web-01', os: { type: 'linux' } },
  user: { name: 'www-data', id: '33' },
  process: {
    name: 'dash',
    executable: '/usr/bin/dash',
    pid: 4711,
    args: ['sh', '-c', 'whoami'],
    command_line: 'sh -c whoami',
    working_directory: '/srv/www',
    user: { id: '33', name: 'www-data' },
    parent: {
      name: 'php-fpm8.2',
      executable: '/usr/sbin/php-fpm8.2',
      pid: 800,
      command_line: 'php-fpm: pool www',
    },
  },
};

/** A web shell's `whoami`, as the shipped rule finds it. */
export const toSampleAlert = (part: Partial<Alert> = {}): Alert => ({
  id: 'alert-1',
  instanceId: 'rule-1:index:event-1',
  rowId: part.id ?? 'alert-1',
  raisedAt: '2026-11-24T02:59:00.000Z',
  eventTime: '2026-11-24T02:58:00.000Z',
  status: 'open',
  severity: 'high',
  riskScore: 73,
  reason: 'stored in the language of the server',
  ruleName: webServerRule.text.en.name,
  ruleUuid: 'rule-1',
  ruleId: webServerRule.id,
  ruleDescription: webServerRule.text.en.description,
  falsePositives: webServerRule.text.en.falsePositives,
  references: webServerRule.references,
  threat: webServerRule.threat,
  query: webServerRule.query,
  note: webServerRule.text.en.guide,
  event: EVENT,
  eventId: 'event-1',
  eventIndex: 'logs-endpoint.events.process-default',
  signs: [],
  treeId: undefined,
  treeEvents: [],
  ...part,
});

/** The same with other process fields. */
export const toAlertOfProcess = (id: string, process: Record<string, unknown>): Alert =>
  toSampleAlert({ id, event: { ...EVENT, process: { ...EVENT.process, ...process } } });

export const toPage = (alerts: readonly Alert[], part: Partial<AlertPage> = {}): AlertPage => ({
  alerts: alerts.map(({ event, query: _query, note: _note, ...facts }) => ({
    ...facts,
    ...toAlertSummary(event),
    signKinds: [],
    tellingCommand: undefined,
    source: undefined,
  })),
  total: alerts.length,
  statusCounts: { open: alerts.length, acknowledged: 0, closed: 0 },
  hosts: [{ value: 'web-01', count: alerts.length }],
  users: [{ value: 'www-data', count: alerts.length }],
  servers: [{ value: 'php-fpm8.2', count: alerts.length }],
  sources: [{ value: 'unknown', count: alerts.length }],
  signKinds: [],
  ...part,
});

export const ENABLED_RULE: PresentRule = {
  kind: 'present',
  id: 'rule-1',
  ruleId: webServerRule.id,
  isCopy: false,
  name: webServerRule.text.en.name,
  enabled: true,
  interval: '5m',
  params: toShippedParams(webServerRule),
  lastRun: { outcome: 'succeeded', messages: [], startedAt: '2026-11-24T02:58:00.000Z' },
  nextRun: '2026-11-24T03:03:00.000Z',
};

/** A guide in markdown, parsed and filled from an alert as the server does it. */
export const toFilledGuide = (markdown: string, alert: Alert): FilledGuidePart[] =>
  fillGuide(parseGuide(markdown), alert.event);
