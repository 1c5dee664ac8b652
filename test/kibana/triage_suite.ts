import { selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { getSeedRule } from './enabled_rule';
import { openChromium } from './open_chromium';
import type { Kibana } from './kibana';

const MINUTES_3 = 180_000;
/** Kibana's first page takes long, and so does a rule's first run. */
const SLOW = { timeout: 120_000 };

/** An analyst's way from the rule's switch to the rows of a query, in a real browser. */
export const triageSuite = (kibana: Kibana): void => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  const openPage = async (): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      extraHTTPHeaders: { ...kibana.authorization },
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(30_000);
    opened.on('pageerror', ({ message }) => problems.push(message));
    return opened;
  };
  const find = (name: string, inside: Page | Locator = page): Locator =>
    inside.getByTestId(`webServerRce${name}`);
  const findQuery = (label: RegExp): Locator =>
    find('Query').and(page.getByRole('group', { name: label }));
  const countRows = (inside: Locator): Promise<number> =>
    find('ResultRows', inside).getByRole('row').count();
  /** With KIBANA_SCREENSHOTS a folder, what the reader sees is kept there. */
  const keepScreenshot = async (name: string): Promise<void> => {
    const folder = process.env['KIBANA_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    const { id } = await getSeedRule(kibana);
    await kibana.call(setRuleEnabled, { params: { id }, body: { enabled: false } });
    browser = await openChromium();
    page = await openPage();
    return () => browser.close();
  }, MINUTES_3);

  test(
    'the rule is enabled from the app, and alerts appear',
    async () => {
      await page.goto(`${kibana.url}/app/webServerRce`);
      await find('RuleSwitch-seed').click(SLOW);
      await find('OpenAlert').first().waitFor(SLOW);
      await page.mouse.move(0, 0);
      const row = page
        .getByRole('row')
        .filter({ has: find('OpenAlert') })
        .first();
      expect(await row.innerText()).toMatch(/High[\s\S]*→[\s\S]*Open/);
      await keepScreenshot('table');
    },
    MINUTES_3
  );

  test(
    'the flyout says what happened and why it matched',
    async () => {
      await find('OpenAlert').first().click();
      expect(await find('Reason').innerText()).toMatch(/started .* as user .* on /);
      expect(await find('Why').innerText()).toContain('process.parent.executable');
      expect(page.url()).toMatch(/\/app\/webServerRce\/alerts\/[\w-]+/);
      await keepScreenshot('flyout');
    },
    MINUTES_3
  );

  test(
    'one click in the guide runs a query on the host and shows its rows',
    async () => {
      await find('Tab-investigate').click();
      const query = findQuery(/listening ports/i);
      await find('RunQuery', query).click();
      await find('ResultRows', query).waitFor(SLOW);
      expect(await countRows(query)).toBeGreaterThan(1);
      await query.scrollIntoViewIfNeeded();
      await keepScreenshot('guide');
    },
    MINUTES_3
  );

  test(
    'a deep link opens the same guide in another browser, with the rows of before and a click for more',
    async () => {
      const address = page.url();
      page = await openPage();
      await page.goto(address);
      await find('Flyout').waitFor(SLOW);
      await find('ResultRows', findQuery(/listening ports/i)).waitFor(SLOW);
      const query = findQuery(/open sockets/i);
      await find('RunQuery', query).click();
      await find('ResultRows', query).waitFor(SLOW);
      expect(await countRows(query)).toBeGreaterThan(1);
      await find('AllRuns').getByRole('button').first().click();
      await find('Run', find('RunList')).nth(1).waitFor(SLOW);
      await keepScreenshot('runs');
    },
    MINUTES_3
  );

  test('nothing broke on the way', () => {
    expect(problems).toEqual([]);
  });
};
