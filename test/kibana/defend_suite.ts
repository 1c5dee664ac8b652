import { selectors, type Browser, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createDefend } from '../doubles/kibana/create_defend';
import { getAlertsOfEnabledRule } from './enabled_rule';
import type { Kibana } from './kibana';
import { openChromium } from './open_chromium';

const MINUTES_5 = 300_000;
/** Kibana's first page takes long. */
const SLOW = { timeout: 120_000 };
const HEADERS = { 'kbn-xsrf': 'test', 'elastic-api-version': '2023-10-31' };

/** Acting on a host from the app in Kibana. There is no endpoint here: in the browser a double answers for Elastic Defend. */
export const defendSuite = (kibana: Kibana): void => {
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    const { alerts } = await getAlertsOfEnabledRule(kibana);
    address = `${kibana.url}/app/webServerRce/alerts/${alerts[0]?.id}?tab=respond`;
    browser = await openChromium();
    return () => browser.close();
  }, MINUTES_5);

  const openPage = async (defend: ReturnType<typeof createDefend>): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { ...kibana.authorization },
    });
    await context.route('**/api/endpoint/action/**', async (route) => {
      const request = route.request();
      const { status, body } = defend.answer({
        method: request.method(),
        path: new URL(request.url()).pathname,
        body: request.postDataJSON() as unknown,
      });
      await route.fulfill({ status, json: body });
    });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  const keepScreenshot = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['KIBANA_SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, ...SLOW });
  };

  test('Kibana’s own endpoints take the requests that the double takes', async () => {
    const send = async (command: string, body: object): Promise<number> => {
      const path = `/api/endpoint/action/${command}`;
      return (await kibana.ask(path, { method: 'POST', body, headers: HEADERS })).status;
    };
    const base = { endpoint_ids: ['nobody'], comment: 'a test', alert_ids: ['an-alert'] };
    const refused = { endpoint_ids: [] };
    for (const [command, body] of [
      ['isolate', base],
      ['kill_process', { ...base, parameters: { pid: 4711 } }],
      ['kill_process', { ...base, parameters: { entity_id: 'an-entity' } }],
    ] as const) {
      // Past the request's check: no such endpoint is there to be asked.
      expect(await send(command, body)).not.toBe(400);
      expect(await send(command, { ...body, ...refused })).toBe(400);
      const { answer } = createDefend();
      const path = `/api/endpoint/action/${command}`;
      expect(answer({ method: 'POST', path, body }).status).toBe(200);
      expect(answer({ method: 'POST', path, body: { ...body, ...refused } }).status).toBe(400);
    }
  });

  test(
    'a process is killed after one question, and followed to its end',
    async () => {
      const defend = createDefend({ now: () => new Date() });
      const page = await openPage(defend);
      await page.getByTestId('webServerRceKill').click(SLOW);
      const dialog = page.getByTestId('webServerRceConfirmAction');
      expect(await dialog.getByRole('heading').innerText()).toMatch(/^Kill process \d+ on \w+\?$/);
      await keepScreenshot(page, 'defend_confirm');
      await dialog.getByRole('button', { name: 'Kill process' }).click();
      await page
        .getByTestId('webServerRceSentAction')
        .filter({ hasText: 'Done' })
        .first()
        .waitFor(SLOW);
      await keepScreenshot(page, 'defend_done');
      expect(defend.sent).toMatchObject([{ command: 'kill-process' }]);
      const history = await page.getByTestId('webServerRceHistory').innerText();
      expect(history).toMatch(/elastic · Asked of Elastic Defend: Kill process \d+ on/);
    },
    MINUTES_5
  );

  test(
    'a refusal says which license and privilege isolating needs',
    async () => {
      const page = await openPage(createDefend({ licence: 'basic' }));
      await page.getByTestId('webServerRceIsolate').click(SLOW);
      const dialog = page.getByTestId('webServerRceConfirmAction');
      await dialog.getByRole('button', { name: 'Isolate host' }).click();
      await dialog.getByText(/needs a Platinum license/).waitFor(SLOW);
      await keepScreenshot(page, 'defend_refused');
    },
    MINUTES_5
  );
};
