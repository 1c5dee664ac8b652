import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { selectors, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../common/i18n/locale';
import { getPage } from '../../scripts/bundle/get_page';
import { createHost, type Host } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';
import { openChromium } from '../kibana/open_chromium';
import { openLink } from './open_link';

/** A browser on two busy cores takes its time; nothing here waits longer than it must. */
const SLOW = 180_000;

/** With BROWSER_SCREENSHOTS a folder, what the reader sees is kept there. */
const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['BROWSER_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

const WORDS: Record<Locale, { pageTitle: RegExp; why: RegExp; ports: RegExp; thisAlert: string }> =
  {
    en: {
      pageTitle: /web server attacks/i,
      why: /why it matched/i,
      ports: /listening ports/i,
      thisAlert: 'this alert',
    },
    'zh-CN': { pageTitle: /Web 服务器攻击/, why: /匹配/, ports: /监听端口/, thisAlert: '本告警' },
  };

describe('an analyst on the stand-alone host', () => {
  let directory: string;
  let host: Host;
  let url: string;
  let createLink: () => string;
  let browser: Browser;
  const problems: string[] = [];

  const openPage = async (path: string, size = { width: 1440, height: 900 }): Promise<Page> => {
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    page.setDefaultTimeout(SLOW / 2);
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await openLink(page, createLink());
    await page.goto(`${url}${path}`);
    return page;
  };

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    directory = await mkdtemp(join(tmpdir(), 'web-server-rce-browser-'));
    const now = (): Date => new Date();
    host = await createHost({
      port: 0,
      dataDirectory: join(directory, 'data'),
      input: { kind: 'recording' },
      // The customer's rule alone: eight alerts.
      firstRules: ['seed'],
      locale: 'en',
      now,
      logger: createLogger({ write: () => {}, now }),
    });
    ({ url, createLink } = await host.listen(() => getPage(() => {})));
    browser = await openChromium();
  }, SLOW);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  describe.each(['en', 'zh-CN'] as const)('reading %s', (locale) => {
    const words = WORDS[locale];
    let page: Page;

    it('sees the alerts of the recording', { timeout: SLOW }, async () => {
      page = await openPage('/');
      await page.getByTestId('webServerRceOpenAlert').first().waitFor();
      if (locale !== 'en') {
        await page.getByTestId('webServerRceLanguage').click();
        await page.getByRole('heading', { name: words.pageTitle }).waitFor();
        await page.getByTestId('webServerRceOpenAlert').first().waitFor();
      }
      await page.getByRole('heading', { name: words.pageTitle }).waitFor();
      // Which statuses are listed must be seen: these two, not the third.
      const [open, acknowledged, closed] = await Promise.all(
        (['open', 'acknowledged', 'closed'] as const).map((status) =>
          page.evaluate(
            `getComputedStyle(document.querySelector('[data-test-subj=webServerRceStatus-${status}]')).backgroundColor`
          )
        )
      );
      expect(acknowledged).toBe(open);
      expect(closed).not.toBe(open);
      expect(await page.getByTestId('webServerRceOpenAlert').count()).toBe(8);
      await keepScreenshot(page, `stand_alone_table_${locale}`);
    });

    it('opens one: what happened and why it matched', { timeout: SLOW }, async () => {
      await page.getByTestId('webServerRceOpenAlert').nth(3).click();
      const flyout = page.getByTestId('webServerRceFlyout');
      await flyout.getByTestId('webServerRceReason').waitFor();
      expect(await flyout.getByTestId('webServerRceReason').innerText()).toContain('apache2');
      expect(await flyout.getByText(words.why).count()).toBeGreaterThan(0);
      const why = flyout.getByTestId('webServerRceWhy');
      expect(await why.getByRole('table').first().innerText()).toContain('apache2');
      await keepScreenshot(page, `stand_alone_flyout_${locale}`);
    });

    it('reads what else was done through the server', { timeout: SLOW }, async () => {
      const flyout = page.getByTestId('webServerRceFlyout');
      const own = flyout.getByTestId('webServerRceStoryTree').filter({ hasText: words.thisAlert });
      await own.waitFor();
      expect(await own.getByTestId('webServerRceStoryProcess').count()).toBeGreaterThan(0);
      expect(await flyout.getByTestId('webServerRceStoryTree').count()).toBeGreaterThan(1);
      await flyout.getByTestId('webServerRceRequests').scrollIntoViewIfNeeded();
      await flyout.getByTestId('webServerRceRequests').getByText('/img/.c.php').first().waitFor();
      await keepScreenshot(page, `stand_alone_request_${locale}`);
    });

    it(
      'runs a query of the guide with one click and reads real rows',
      { timeout: SLOW },
      async () => {
        await page.getByTestId('webServerRceTab-investigate').click();
        const query = page
          .getByTestId('webServerRceQuery')
          .and(page.getByRole('group', { name: words.ports }));
        await query.getByTestId('webServerRceRunQuery').click();
        await query.getByTestId('webServerRceResultRows').waitFor();
        // The door that the intruder opened on the recorded server.
        const rows = await query.getByTestId('webServerRceResultRows').innerText();
        expect(rows).toContain('31337');
        await query.scrollIntoViewIfNeeded();
        await keepScreenshot(page, `stand_alone_guide_${locale}`);
      }
    );

    it('finds the run again after a reload of the deep link', { timeout: SLOW }, async () => {
      const address = page.url();
      expect(new URL(address).pathname).toMatch(/\/alerts\/[\w-]+$/);
      await page.reload();
      await page.getByTestId('webServerRceAllRuns').getByRole('button').first().click();
      await page
        .getByTestId('webServerRceRunList')
        .getByTestId('webServerRceRun')
        .first()
        .waitFor();
    });

    it('ticks a step of the response and reads its commands', { timeout: SLOW }, async () => {
      await page.getByTestId('webServerRceTab-respond').click();
      const stop = page.getByTestId('webServerRceStep-response-5');
      await stop.getByTestId('webServerRceCommands').waitFor();
      expect(await stop.getByTestId('webServerRceCommands').innerText()).toContain('kill -KILL');
      await stop.getByRole('checkbox').focus();
      await page.keyboard.press('Space');
      await stop.getByTestId('webServerRceStepState').waitFor();
      await page.getByTestId('webServerRceCopyReport').waitFor();
      await keepScreenshot(page, `stand_alone_respond_${locale}`);
    });

    it.each(['story', 'investigate', 'respond', 'details'])(
      'meets no barrier that axe can find under %s',
      { timeout: SLOW },
      async (tab) => {
        await page.getByTestId(`webServerRceTab-${tab}`).click();
        // Evaluated, not added as a script: the page's own policy would refuse that.
        await page.evaluate(axe.source);
        const violations: unknown = await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))"
        );
        expect(violations).toEqual([]);
      }
    );
  });

  it('acknowledges an alert, and it stays acknowledged', { timeout: SLOW }, async () => {
    const page = await openPage('/');
    await page.getByTestId('webServerRceRow-acknowledged').first().click();
    await page.getByTestId('webServerRceStatus-acknowledged').getByText('1').waitFor();
    await page.reload();
    await page.getByTestId('webServerRceStatus-acknowledged').getByText('1').waitFor();
  });

  it(
    'works by keyboard alone: Enter opens, Escape closes and gives the focus back',
    { timeout: SLOW },
    async () => {
      const page = await openPage('/');
      await page.getByTestId('webServerRceOpenAlert').nth(1).focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('webServerRceFlyout').waitFor();
      await page.keyboard.press('Escape');
      await page.getByTestId('webServerRceFlyout').waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.dataset.testSubj')).toBe(
        'webServerRceOpenAlert'
      );
    }
  );

  it('leaves the page in use while an alert is open, and says so', { timeout: SLOW }, async () => {
    const page = await openPage('/');
    const row = page.getByTestId('webServerRceOpenAlert').nth(1);
    await row.focus();
    await page.keyboard.press('Enter');
    const flyout = page.getByTestId('webServerRceFlyout');
    await flyout.getByTestId('webServerRceReason').waitFor();
    const isInside =
      "document.activeElement.closest('[data-test-subj=webServerRceFlyout]') !== null";
    expect(await page.evaluate(isInside)).toBe(true);
    expect(await flyout.getAttribute('role')).toBe('dialog');
    expect(await flyout.getAttribute('aria-modal')).toBeNull();
    // Out of it backwards, on to the page behind it.
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(isInside)).toBe(false);
    await page.getByTestId('webServerRceOpenAlert').nth(2).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(isInside)).toBe(false);
  });

  it('rests while something turns beside an open alert', { timeout: SLOW }, async () => {
    const page = await openPage('/');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const countStyles = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? NaN;
    };
    // The pointer stays where it clicked.
    await page
      .getByTestId('webServerRceAlertRow')
      .nth(1)
      .getByTestId('webServerRceOpenAlert')
      .click();
    await page.getByTestId('webServerRceStoryTree').first().waitFor();
    await page.waitForTimeout(2000);
    await page.evaluate(
      "document.body.lastElementChild.animate([{ transform: 'rotate(0)' }, { transform: 'rotate(1turn)' }], { duration: 1000, iterations: 9 })"
    );
    const before = await countStyles();
    await page.waitForTimeout(1000);
    // A graphics card turns it; a page that looks for something at each frame is styled sixty times.
    expect((await countStyles()) - before).toBeLessThan(20);
    await page.close();
  });

  it('stays where it is when a row far down is opened and closed', { timeout: SLOW }, async () => {
    const page = await openPage('/', { width: 1200, height: 420 });
    const last = page.getByTestId('webServerRceAlertRow').last();
    await last.scrollIntoViewIfNeeded();
    const before = await page.evaluate('window.scrollY');
    await last.click();
    await page.getByTestId('webServerRceReason').waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(before);
    await page.keyboard.press('Escape');
    await page.getByTestId('webServerRceFlyout').waitFor({ state: 'detached' });
    expect(await page.evaluate('window.scrollY')).toBe(before);
    expect(await page.evaluate('document.activeElement.dataset.testSubj')).toBe(
      'webServerRceOpenAlert'
    );
  });

  it('has room at 900 pixels, and a dark page', { timeout: SLOW }, async () => {
    const page = await openPage('/', { width: 900, height: 900 });
    await page.getByTestId('webServerRceDarkMode').click();
    await page.getByTestId('webServerRceOpenAlert').first().waitFor();
    await keepScreenshot(page, 'stand_alone_table_900_dark');
    await page.getByTestId('webServerRceOpenAlert').first().click();
    await page.getByTestId('webServerRceReason').waitFor();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - window.innerWidth'
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await keepScreenshot(page, 'stand_alone_900_dark');
  });

  it('saw no script fail on the way', () => {
    expect(problems).toEqual([]);
  });
});
