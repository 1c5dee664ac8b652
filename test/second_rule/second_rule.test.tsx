// @vitest-environment jsdom
import { NO_EVIDENCE } from '../doubles/no_evidence';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { fromAlertDocument } from '../../common/alert/from_alert_document';
import type { SourceEvent } from '../../common/event/source_event';
import { selectGuide } from '../../common/guide/select_guide';
import type { Locale } from '../../common/i18n/locale';
import { toShippedParams } from '../../common/rule/rule_params';
import { createRuleType } from '../../server/rule_type/rule_type';
import { renderApp } from '../browser_app/render_app';
import { toFilledGuide } from '../browser_app/sample_alerts';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';
import { packageRule } from './package_rule';

/** One more entry in the list of rules is all that it takes. */
vi.mock('../../common/rule/rules', async (load) => {
  const { RULES } = await load<{ RULES: readonly unknown[] }>();
  const { packageRule: added } = await import('./package_rule');
  return { RULES: [...RULES, added] };
});

afterEach(cleanup);

const event: SourceEvent = {
  index: 'logs-endpoint.events.process-default',
  id: 'event-1',
  source: {
    '@timestamp': '2026-11-24T12:04:00.000Z',
    event: { category: ['process'], type: ['start'] },
    host: { name: 'web-01' },
    process: { name: 'apt', args: ['apt', 'install', 'nmap'], parent: { name: 'nginx' } },
  },
};

const raise = async (): Promise<Alert> => {
  const host = createMemoryAdapters([event]);
  const params = toShippedParams(packageRule);
  const { run } = createRuleRun({ startedAt: '2026-11-24T12:05:00.000Z', params });
  const ruleType = createRuleType({
    adapters: host.adapters,
    evidence: NO_EVIDENCE,
    locale: 'en',
    now: () => new Date(0),
  });
  await ruleType.executor({ ...run, params: ruleType.validate.params.validate(params) });
  const [reported] = host.reported;
  if (!reported) throw new Error('No alert was raised.');
  return fromAlertDocument({
    ...reported.payload,
    [ALERT_FIELD.uuid]: 'alert-1',
    [ALERT_FIELD.raisedAt]: '2026-11-24T12:05:00.000Z',
    [ALERT_FIELD.ruleName]: packageRule.text.en.name,
    [ALERT_FIELD.ruleParameters]: params,
  });
};

const open = async (tab: string, locale: Locale) => {
  const alert = await raise();
  renderApp({
    path: `/alerts/alert-1?tab=${tab}`,
    host: { locale },
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(selectGuide(alert, locale), alert),
      }),
    },
  });
  return within(await screen.findByRole('dialog'));
};

test('a second rule raises alerts with its own severity, threat and query', async () => {
  expect(await raise()).toMatchObject({
    ruleId: 'package',
    severity: 'low',
    riskScore: 21,
    query: packageRule.query,
    threat: packageRule.threat,
    references: packageRule.references,
  });
});

test.each(['en', 'zh-CN'] as const)('its alert’s flyout shows its facts in %s', async (locale) => {
  const text = packageRule.text[locale];
  const flyout = await open('details', locale);
  expect(await flyout.findByText(text.description)).toBeDefined();
  expect(flyout.getByText(text.falsePositives[0] ?? '')).toBeDefined();
  expect(flyout.getByRole('link', { name: /example\.org/ })).toBeDefined();
  expect(flyout.getByText(text.name)).toBeDefined();
});

test('its details name its tactics and no others', async () => {
  const flyout = await open('details', 'en');
  expect(await flyout.findByText(/Initial Access/)).toBeDefined();
  expect(flyout.queryByText(/Persistence/)).toBeNull();
});

test('its guide comes with its query, filled from the alert', async () => {
  const flyout = await open('investigate', 'zh-CN');
  fireEvent.click(await flyout.findByRole('button', { name: /Background/ }));
  expect(flyout.getByText('询问是谁安装的。')).toBeDefined();
  fireEvent.click(flyout.getByRole('button', { name: 'SQL that is run' }));
  expect(flyout.getByTestId('webServerRceSql').textContent).toContain("name = 'apt'");
});
