import { selectors, type Browser, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { removeException } from '../../common/api/exceptions/remove_exception';
import { findAlerts } from '../../common/api/find_alerts';
import { listRules } from '../../common/api/list_rules';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { setRuleParams } from '../../common/api/set_rule_params';
import { extendedRule } from '../../common/rule/extended_rule';
import { toShippedParams } from '../../common/rule/rule_params';
import { getAlertsOfEnabledRule } from './enabled_rule';
import type { Kibana } from './kibana';
import { openChromium } from './open_chromium';
import { runAgain } from './run_again';

const MINUTES_3 = 180_000;
const SLOW = { timeout: 120_000 };
const COMMENT = 'made by a test';

/** What keeps the rules at work: the extended rule beside the customer's, its page, an exception, its runs, readiness. */
export const livingSuite = (kibana: Kibana): void => {
  let browser: Browser;
  let page: Page;
  let extendedId: string;
  const problems: string[] = [];

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    await getAlertsOfEnabledRule(kibana);
    const { rules } = await kibana.call(listRules, {});
    const { id = '' } = rules.find(({ ruleId }) => ruleId === 'extended') ?? {};
    extendedId = id;
    // Made, set to look back as far as the events reach however long the suites before took, and left to be switched on.
    await kibana.call(setRuleEnabled, { params: { id }, body: { enabled: true } });
    const body = { params: { ...toShippedParams(extendedRule), lookBack: '3h' }, interval: '5m' };
    await kibana.call(setRuleParams, { params: { id }, body });
    await kibana.call(setRuleEnabled, { params: { id }, body: { enabled: false } });
    browser = await openChromium();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { ...kibana.authorization },
    });
    page = await context.newPage();
    page.setDefaultTimeout(SLOW.timeout);
    page.on('pageerror', ({ message }) => problems.push(message));
    return async () => {
      await browser.close();
      // Whoever runs the suites again is to find the alerts again.
      const { rules: left } = await kibana.call(listRules, {});
      for (const rule of left) {
        if (rule.kind !== 'present') continue;
        const own = (rule.params.exceptions ?? []).filter(({ comment }) => comment === COMMENT);
        for (const { id: exceptionId } of own) {
          await kibana.call(removeException, { params: { id: rule.id }, body: { exceptionId } });
        }
      }
    };
  }, MINUTES_3);

  const find = (name: string) => page.getByTestId(`webServerRce${name}`);
  const keepScreenshot = async (name: string): Promise<void> => {
    const folder = process.env['KIBANA_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  test(
    'the extended rule is switched on beside the other and raises graded alerts',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce`);
      await find('RuleSwitch-extended').click();
      const graded = page.getByRole('row').filter({ hasText: /Critical (9\d|100)/ });
      await graded.first().waitFor();
      expect(await graded.first().innerText()).toMatch(
        /Remote shell|Download|Staged program|Web shell|File read|Written|By hand|Discovery/
      );
      await keepScreenshot('extended');
    },
    MINUTES_3
  );

  test(
    'the next runs find its trees again, and store none of them a second time',
    async () => {
      await runAgain(kibana, extendedId);
      await runAgain(kibana, extendedId);
      const body = { perPage: 100, sortField: 'severity' };
      const { alerts } = await kibana.call(findAlerts, { body });
      const ids = alerts.map(({ instanceId }) => instanceId);
      expect(new Set(ids).size).toBe(ids.length);
    },
    MINUTES_3
  );

  test(
    'alerts fold to one row for each server',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce?group=server`);
      const groups = find('OpenGroup');
      await groups.first().waitFor();
      expect(await groups.count()).toBeGreaterThan(2);
      await groups.first().click();
      await find('GroupAlerts').getByTestId('webServerRceOpenAlert').first().waitFor();
      await keepScreenshot('groups');
    },
    MINUTES_3
  );

  test(
    'settings are previewed before they are saved',
    async () => {
      await find('BarRule-extended').click();
      await find('RunTable').waitFor();
      await keepScreenshot('rule_runs');
      await find('RuleTab-settings').click();
      await find('Setting-minimumRisk').fill('73');
      await find('PreviewStart').click();
      await find('PreviewResult')
        .getByText(/\d+ hits, \d+ alerts/)
        .waitFor();
      await find('PreviewCancel').waitFor({ state: 'detached' });
      await keepScreenshot('rule_preview');
    },
    MINUTES_3
  );

  test(
    'an exception is made from an alert, with what it would have hidden',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce`);
      await page
        .getByRole('row')
        .filter({ hasText: /Critical/ })
        .first()
        .getByTestId('webServerRceOpenAlert')
        .click();
      await find('Tab-respond').click();
      await find('AddException').click();
      await find('ExceptionPreview')
        .getByText(/would have hidden/)
        .waitFor();
      await keepScreenshot('rule_exception');
      await find('ExceptionComment').fill(COMMENT);
      await find('ExceptionSave').click();
      await find('ExceptionForm').waitFor({ state: 'detached' });
      await page.goto(`${kibana.url}/app/webServerRce`);
      await find('BarRule-extended').click();
      await find('RuleTab-exceptions').click();
      await find('Exceptions').getByText(COMMENT).first().waitFor();
      await keepScreenshot('rule_exceptions');
    },
    MINUTES_3
  );

  test(
    'readiness says what is in order and what is not',
    async () => {
      await find('BarReadiness').click();
      await find('Check-encryption_key').waitFor();
      await keepScreenshot('readiness');
      expect(problems).toEqual([]);
    },
    MINUTES_3
  );
};
