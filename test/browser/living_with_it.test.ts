import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selectors, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import axe from 'axe-core';
import { getPage } from '../../scripts/bundle/get_page';
import { createHost, type Host } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';
import { openChromium } from '../kibana/open_chromium';
import { openLink } from './open_link';

const SLOW = 180_000;

const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['BROWSER_SCREENSHOTS'];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const findBarriers = async (page: Page): Promise<unknown> => {
  // Evaluated, not added as a script: the page's own policy would refuse that.
  await page.evaluate(axe.source);
  return page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))"
  );
};

const WORDS = {
  en: { preview: /\d+ hits, \d+ alerts/, exception: /would have hidden/, ready: 'Readiness' },
  'zh-CN': { preview: /\d+ 个匹配，\d+ 条告警/, exception: /会隐藏/, ready: '就绪状态' },
} as const;

describe('living with the rules on the stand-alone host', () => {
  let directory: string;
  let host: Host;
  let url: string;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    directory = await mkdtemp(join(tmpdir(), 'web-server-rce-living-'));
    const now = (): Date => new Date();
    host = await createHost({
      port: 0,
      dataDirectory: join(directory, 'data'),
      input: { kind: 'recording' },
      locale: 'en',
      now,
      logger: createLogger({ write: () => {}, now }),
    });
    const listening = await host.listen(() => getPage(() => {}));
    ({ url } = listening);
    await host.idle();
    browser = await openChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(SLOW / 2);
    page.on('pageerror', ({ message }) => problems.push(message));
    await openLink(page, listening.createLink());
  }, SLOW);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  describe.each(['en', 'zh-CN'] as const)('reading %s', (locale) => {
    const words = WORDS[locale];

    it('finds a rule’s page from the bar of every page', { timeout: SLOW }, async () => {
      await page.goto(`${url}/`);
      if (locale !== 'en') await page.getByTestId('webServerRceLanguage').click();
      await page.getByTestId('webServerRceBarRule-extended').click();
      await page.getByTestId('webServerRceRunTable').waitFor();
      await keepScreenshot(page, `runs_${locale}`);
      expect(await findBarriers(page)).toEqual([]);
    });

    it('previews settings that are not saved', { timeout: SLOW }, async () => {
      await page.getByTestId('webServerRceRuleTab-settings').click();
      await page.getByTestId('webServerRceSetting-minimumRisk').fill('73');
      await page.getByTestId('webServerRcePreviewStart').click();
      const result = page.getByTestId('webServerRcePreviewResult');
      await result.getByText(words.preview).waitFor();
      await page.getByTestId('webServerRcePreviewCancel').waitFor({ state: 'detached' });
      await keepScreenshot(page, `preview_${locale}`);
      expect(await findBarriers(page)).toEqual([]);
    });

    it(
      'makes an exception from an alert and finds it on the rule’s page',
      { timeout: SLOW },
      async () => {
        await page.goto(`${url}/`);
        await page.getByTestId('webServerRceOpenAlert').first().click();
        const id = new URL(page.url()).pathname;
        await page.goto(`${url}${id}?tab=respond`);
        await page.getByTestId('webServerRceAddException').click();
        await page.getByTestId('webServerRceExceptionPreview').getByText(words.exception).waitFor();
        await keepScreenshot(page, `exception_${locale}`);
        await page.getByTestId('webServerRceExceptionComment').fill(`comment ${locale}`);
        await page.getByTestId('webServerRceExceptionSave').click();
        await page.getByTestId('webServerRceExceptionForm').waitFor({ state: 'detached' });
        const rules = ['seed', 'extended'];
        const found: string[] = [];
        for (const rule of rules) {
          await page.getByTestId(`webServerRceBarRule-${rule}`).click();
          await page.getByTestId('webServerRceRuleTab-exceptions').click();
          await page.getByTestId('webServerRceExceptions').waitFor();
          found.push(await page.getByTestId('webServerRceExceptions').innerText());
        }
        expect(found.join()).toContain(`comment ${locale}`);
        await keepScreenshot(page, `exceptions_${locale}`);
        expect(await findBarriers(page)).toEqual([]);
      }
    );

    it('sees whether all is in order', { timeout: SLOW }, async () => {
      await page.getByTestId('webServerRceBarReadiness').click();
      await page.getByRole('heading', { name: words.ready }).first().waitFor();
      await page.getByTestId('webServerRceCheck-token_private').waitFor();
      expect(await page.getByTestId('webServerRceCheck-rule_on').getAttribute('data-state')).toBe(
        'good'
      );
      await keepScreenshot(page, `readiness_${locale}`);
      expect(await findBarriers(page)).toEqual([]);
    });
  });

  it('met no error on its way', () => {
    expect(problems).toEqual([]);
  });
});
