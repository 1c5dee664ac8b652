import { selectors, type Browser, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { getAlertsOfEnabledRule } from './enabled_rule';
import type { Kibana } from './kibana';
import { openChromium } from './open_chromium';
import { getBody } from './rule_copy';

const MINUTES_3 = 180_000;
/** Kibana’s first page takes long. */
const SLOW = { timeout: 120_000 };
const relatedSchema = z.array(z.object({ id: z.string(), title: z.string() }));
const commentsSchema = z.object({ comments: z.array(z.object({ comment: z.string() })) });

/** The ways from an alert to Kibana's other apps, walked in a real browser by somebody who may use them all. */
export const neighboursSuite = (kibana: Kibana): void => {
  let browser: Browser;
  let page: Page;
  let alertId: string;

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    const { alerts } = await getAlertsOfEnabledRule(kibana);
    alertId = alerts[0]?.id ?? '';
    browser = await openChromium();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { ...kibana.authorization },
    });
    page = await context.newPage();
    return () => browser.close();
  }, MINUTES_3);

  const keepScreenshot = async (name: string): Promise<void> => {
    const folder = process.env['KIBANA_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  test(
    'an alert and its report go into a new case of Elastic Security, each leading to the other',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${alertId}?tab=respond`);
      await page.getByTestId('webServerRceNewCase').click(SLOW);
      await page.getByTestId('webServerRceNewCaseCreate').click();
      const link = page.getByTestId('webServerRceCasesOfAlert').getByRole('link').first();
      await link.waitFor(SLOW);
      await keepScreenshot('case');
      const path = `/api/cases/alerts/${alertId}?owner=securitySolution`;
      const [theCase] = relatedSchema.parse(getBody(await kibana.ask(path, { method: 'GET' })));
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toContain(`/app/security/cases/${theCase?.id}`);
      const casePath = `/api/cases/${theCase?.id}`;
      expect(getBody(await kibana.ask(casePath, { method: 'GET' }))).toMatchObject({
        totalAlerts: 1,
        settings: { syncAlerts: false },
      });
      const { comments } = commentsSchema.parse(
        getBody(await kibana.ask(`${casePath}/comments/_find`, { method: 'GET' }))
      );
      expect(comments[0]?.comment).toContain(`${kibana.url}/app/webServerRce/alerts/${alertId}`);
    },
    MINUTES_3
  );

  test(
    'the case is then among those that are open',
    async () => {
      await page.getByTestId('webServerRceExistingCase').click();
      await page.getByRole('option', { name: /→/ }).first().waitFor(SLOW);
    },
    MINUTES_3
  );

  test(
    'Elastic Security opens with the host, Discover with the host around the event',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce/alerts/${alertId}?tab=details`);
      const links = page.getByTestId('webServerRceAlertLinks').getByRole('link');
      await links.first().waitFor(SLOW);
      await keepScreenshot('links');
      const addresses = await links.evaluateAll((all) =>
        all.map((one) => one.getAttribute('href') ?? '')
      );
      // An alert that Elastic Security has too also leads there.
      const [discover = ''] = addresses;
      const security = addresses.find((address) => address.includes('/hosts/name/'));
      await page.goto(new URL(security ?? '', kibana.url).href);
      await page.waitForURL(/\/app\/security\/hosts\/name\//, SLOW);
      await page.getByRole('heading', { name: 'Alerts by Severity' }).waitFor(SLOW);
      await keepScreenshot('security_host');
      // Its rows are not waited for: in a Kibana where nobody has made a data view yet, Discover asks for one first.
      await page.goto(new URL(discover, kibana.url).href);
      await page.waitForURL(/\/app\/discover#.*host\.name/, SLOW);
    },
    MINUTES_3
  );
};
