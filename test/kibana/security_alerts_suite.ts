import { selectors, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { isSecurityAlert } from '../../common/alert/security/is_security_alert';
import type { ListedAlert } from '../../common/alert/listed_alert';
import { findAlerts } from '../../common/api/find_alerts';
import { getGuide } from '../../common/api/get_guide';
import { getStory } from '../../common/api/get_story';
import { english } from '../../common/i18n/english';
import { toSecurityRule } from '../../common/rule/security/to_security_rule';
import { webServerRule } from '../../common/rule/web_server_rule';
import { getAlertsOfEnabledRule } from './enabled_rule';
import type { Kibana } from './kibana';
import { openChromium } from './open_chromium';
import { getBody } from './rule_copy';
import { until } from './until';

const MINUTES_5 = 300_000;
/** Kibana's first page takes long. */
const SLOW = { timeout: 120_000 };
const API = '/api/detection_engine';
const HEADERS = { 'kbn-xsrf': 'test', 'elastic-api-version': '2023-10-31' };
const foundSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: z.record(z.unknown()) })) }),
});

/** Names the child processes that web servers start: more than our rule takes, and all that it takes. */
const SIBLING = {
  ...toSecurityRule(webServerRule, 'en', english),
  rule_id: '6148b9f5-5b12-4704-9ef7-f4b4c5dd9bb5',
  name: 'Suspicious Command Execution via Web Server',
  query:
    'process where event.type == "start" and process.parent.name like ("php-fpm*", "apache2", "lighttpd")',
  from: 'now-90d',
  interval: '1m',
  enabled: true,
};

/** Alerts that Elastic Security raised, triaged in our app by somebody who works with both. */
export const securityAlertsSuite = (kibana: Kibana): void => {
  let browser: Browser;
  let page: Page;
  let theirs: ListedAlert;

  const listAll = async (): Promise<readonly ListedAlert[]> =>
    (await kibana.call(findAlerts, { body: { perPage: 100 } })).alerts;
  const readStatuses = async (ids: readonly string[]): Promise<unknown[]> => {
    const body = { query: { ids: { values: ids } }, size: ids.length };
    const answer = await kibana.ask(`${API}/signals/search`, {
      method: 'POST',
      body,
      headers: HEADERS,
    });
    const { hits } = foundSchema.parse(getBody(answer)).hits;
    return hits.map(({ _source }) => _source['kibana.alert.workflow_status']);
  };
  const keepScreenshot = async (name: string): Promise<void> => {
    const folder = process.env['KIBANA_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, ...SLOW });
  };
  const removeRule = () =>
    kibana.ask(`${API}/rules?rule_id=${SIBLING.rule_id}`, { method: 'DELETE', headers: HEADERS });

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    await getAlertsOfEnabledRule(kibana);
    await removeRule();
    getBody(await kibana.ask(`${API}/rules`, { method: 'POST', body: SIBLING, headers: HEADERS }));
    theirs = await until('an alert of Elastic Security alone', 120, async () =>
      (await listAll()).find((alert) => isSecurityAlert(alert) && alert.status === 'open')
    );
    browser = await openChromium();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { ...kibana.authorization },
    });
    page = await context.newPage();
    return () => browser.close();
  }, MINUTES_5);

  afterAll(async () => {
    await removeRule();
  });

  test('a command that both found is one row, ours', async () => {
    const alerts = await listAll();
    const both = alerts.filter((alert) => alert.securityAlertIds && !isSecurityAlert(alert));
    expect(both.length).toBeGreaterThan(0);
    expect(new Set(alerts.map(({ rowId }) => rowId)).size).toBe(alerts.length);
  });

  test('one that only Elastic Security found has its own guide, and a story', async () => {
    const params = { id: theirs.id };
    const { parts } = await kibana.call(getGuide, { params, query: { locale: 'en' } });
    expect(parts.filter(({ kind }) => kind === 'query')).toHaveLength(5);
    const { story } = await kibana.call(getStory, { params });
    expect(story.trees.some(({ isOfAlert }) => isOfAlert)).toBe(true);
  });

  test(
    'it stands in the list with its mark, and a query of its guide answers rows',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce`);
      await page.getByTestId('webServerRceSecurityBadge').first().waitFor(SLOW);
      await keepScreenshot('security_list');
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${theirs.id}?tab=investigate`);
      const query = page.getByRole('group', { name: /listening ports/i });
      await query.getByTestId('webServerRceRunQuery').click(SLOW);
      await query.getByTestId('webServerRceResultRows').waitFor(SLOW);
    },
    MINUTES_5
  );

  test(
    'a verdict closes it in Elastic Security too, and taking it back opens it there',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${theirs.id}`);
      await page.getByTestId('webServerRceVerdict').click(SLOW);
      await keepScreenshot('security_alert');
      await page.getByTestId('webServerRceVerdictSave').click();
      await page.getByTestId('webServerRceGivenVerdict').waitFor(SLOW);
      expect(await readStatuses([theirs.id])).toEqual(['closed']);
      await page.getByTestId('webServerRceNoticeAction').click();
      await until('the status of before', 30, async () =>
        (await readStatuses([theirs.id]))[0] === 'open' ? true : undefined
      );
    },
    MINUTES_5
  );

  test(
    'a verdict on our row closes all that Elastic Security has of it',
    async () => {
      const ours = (await listAll()).find(
        (alert) => alert.securityAlertIds && !isSecurityAlert(alert) && alert.status !== 'closed'
      );
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${ours?.id}`);
      await page.getByTestId('webServerRceVerdict').click(SLOW);
      await page.getByTestId('webServerRceVerdictSave').click();
      await page.getByTestId('webServerRceGivenVerdict').waitFor(SLOW);
      const statuses = await readStatuses(ours?.securityAlertIds ?? []);
      expect(new Set(statuses)).toEqual(new Set(['closed']));
    },
    MINUTES_5
  );

  test(
    'it opens in Elastic Security',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${theirs.id}?tab=details`);
      const link = page.getByRole('link', { name: /^Open the alert in Elastic Security/ });
      await page.goto(new URL((await link.getAttribute('href', SLOW)) ?? '', kibana.url).href);
      await page.waitForURL(/\/app\/security\/alerts\?/, SLOW);
    },
    MINUTES_5
  );
};
