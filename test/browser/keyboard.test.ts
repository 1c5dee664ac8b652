import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selectors, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPage } from '../../scripts/bundle/get_page';
import { createHost, type Host } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';
import { openChromium } from '../kibana/open_chromium';
import { openLink } from './open_link';

const SLOW = 180_000;
/** More keys than any walk here takes. */
const MOST_KEYS = 800;

/** What has the focus. */
interface Focus {
  readonly testSubject: string;
  readonly label: string;
  /** Nothing has it: the next Tab begins at the top of the page. */
  readonly isLost: boolean;
  readonly isInFlyout: boolean;
  /** Something of it is drawn: an outline, a shadow, an underline, or another colour. */
  readonly isVisible: boolean;
}

const READ_FOCUS = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return {
    testSubject: element.dataset.testSubj ?? '',
    label: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 60),
    isLost: element === document.body,
    isInFlyout: element.closest('[data-test-subj=webServerRceFlyout]') !== null,
    isVisible: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || element.closest('.euiFormControlLayout, .euiCheckbox') !== null,
  };
})()`;

/** The alert from the list to its verdict and on to the next, without a mouse; each step goes on where the one before ended. */
describe('an analyst without a mouse', () => {
  let directory: string;
  let host: Host;
  let browser: Browser;
  let page: Page;
  const unseen: string[] = [];

  const read = (): Promise<Focus> => page.evaluate(READ_FOCUS);
  const press = async (key: string): Promise<void> => page.keyboard.press(key);

  /** Presses Tab until something has the focus; on the way it is never lost within the flyout, nor unseen. */
  const tabTo = async (isThere: (focus: Focus) => boolean, key = 'Tab'): Promise<Focus> => {
    for (let keys = 0; keys < MOST_KEYS; keys += 1) {
      await press(key);
      const focus = await read();
      if (focus.isInFlyout && !focus.isVisible) unseen.push(focus.testSubject || focus.label);
      if (isThere(focus)) return focus;
    }
    throw new Error(`The keyboard does not get there in ${MOST_KEYS} keys: ${String(isThere)}`);
  };
  const isSubject =
    (testSubject: string) =>
    (focus: Focus): boolean =>
      focus.testSubject === testSubject;
  /** What it was is gone or has done its work, and the focus is still in the flyout. */
  const expectKept = async (): Promise<void> =>
    expect.poll(async () => (await read()).isInFlyout, { timeout: SLOW / 4 }).toBe(true);
  const openTab = async (name: string): Promise<void> => {
    await tabTo(({ testSubject }) => testSubject.startsWith('webServerRceTab-'), 'Shift+Tab');
    for (let keys = 0; keys < 4; keys += 1) {
      if (isSubject(`webServerRceTab-${name}`)(await read())) break;
      await press('ArrowRight');
    }
    await press('Enter');
    await page.locator(`[data-test-subj=webServerRceTab-${name}][aria-selected=true]`).waitFor();
  };

  beforeAll(async () => {
    selectors.setTestIdAttribute('data-test-subj');
    directory = await mkdtemp(join(tmpdir(), 'web-server-rce-keyboard-'));
    const now = (): Date => new Date();
    host = await createHost({
      port: 0,
      dataDirectory: join(directory, 'data'),
      input: { kind: 'recording' },
      firstRules: ['seed'],
      locale: 'en',
      now,
      logger: createLogger({ write: () => {}, now }),
    });
    const { url, createLink } = await host.listen(() => getPage(() => {}));
    browser = await openChromium();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(SLOW / 2);
    await openLink(page, createLink());
    await page.goto(url);
    await page.getByTestId('webServerRceOpenAlert').first().waitFor();
  }, SLOW);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it(
    'goes from the top of the page to the first alert, and opens it',
    { timeout: SLOW },
    async () => {
      await tabTo(isSubject('webServerRceOpenAlert'));
      await press('Enter');
      await page.getByTestId('webServerRceStoryTree').first().waitFor();
      await expectKept();
    }
  );

  it.each(['story', 'investigate', 'respond', 'details'])(
    'walks through all of %s and back, and is caught nowhere',
    { timeout: SLOW },
    async (name) => {
      if (name === 'story') await tabTo(isSubject('webServerRceTab-story'));
      else await openTab(name);
      const first = await tabTo(({ isInFlyout }) => isInFlyout);
      // The last thing in the flyout and on the page: after it comes the browser itself.
      await tabTo(isSubject('webServerRceVerdict'));
      await tabTo(
        ({ testSubject, label }) => testSubject === first.testSubject && label === first.label,
        'Shift+Tab'
      );
      await page.getByTestId('webServerRceOpenAlert').first().waitFor();
    }
  );

  it('runs a query, and is told how it went', { timeout: SLOW }, async () => {
    await openTab('investigate');
    await tabTo(isSubject('webServerRceRunQuery'));
    await press('Enter');
    expect((await read()).testSubject).toBe('webServerRceRunQuery');
    const query = page.getByTestId('webServerRceQuery').first();
    const state = query.getByTestId('webServerRceRunState').first();
    await expect.poll(() => state.innerText(), { timeout: SLOW / 4 }).toMatch(/rows/);
    expect(await state.getAttribute('aria-live')).toBe('polite');
    expect((await read()).testSubject).toBe('webServerRceRunQuery');
  });

  it('reads the rows cell by cell, and leaves them with one key', { timeout: SLOW }, async () => {
    const isInRows = "document.activeElement.closest('table[role=grid]') !== null";
    const { label: column } = await tabTo(isSubject('tableHeaderSortButton'));
    await press('ArrowRight');
    await press('ArrowLeft');
    expect((await read()).label).toBe(column);
    await press('ArrowDown');
    await press('Enter');
    const value = page.getByRole('dialog', { name: column, exact: true });
    await value.waitFor();
    await press('Escape');
    await value.waitFor({ state: 'detached' });
    await press('ArrowRight');
    expect(await page.evaluate(isInRows)).toBe(true);
    await press('Tab');
    expect(await page.evaluate(isInRows)).toBe(false);
    await expectKept();
  });

  it(
    'ticks a step, and writes a note whose letters are no commands',
    { timeout: SLOW },
    async () => {
      const address = page.url();
      await openTab('respond');
      const box = page.getByTestId('webServerRceStep-response-1').getByRole('checkbox');
      await tabTo(({ isInFlyout }) => isInFlyout);
      for (let keys = 0; keys < MOST_KEYS; keys += 1) {
        if (await box.evaluate((element) => element === element.ownerDocument.activeElement)) break;
        await press('Tab');
      }
      await press('Space');
      await expect.poll(() => box.isChecked(), { timeout: SLOW / 4 }).toBe(true);
      await expectKept();
      await tabTo(({ label }) => label === 'Note');
      await press('Enter');
      await page.keyboard.type('jk seen');
      await tabTo(({ label }) => label === 'Save note');
      await press('Enter');
      await page.getByTestId('webServerRceStepState').filter({ hasText: 'jk seen' }).waitFor();
      await expectKept();
      expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
    }
  );

  it(
    'gives a verdict, goes on to the next alert by key, and comes back to its row',
    { timeout: SLOW },
    async () => {
      await tabTo(isSubject('webServerRceVerdict'));
      await press('Enter');
      await tabTo(isSubject('webServerRceVerdictSave'));
      await press('Enter');
      await page.getByTestId('webServerRceGivenVerdict').waitFor();
      await expectKept();
      const { pathname } = new URL(page.url());
      await press('j');
      await page.waitForURL((address) => address.pathname !== pathname);
      await page.getByTestId('webServerRceVerdict').waitFor();
      await expectKept();
      await press('Escape');
      await page.getByTestId('webServerRceFlyout').waitFor({ state: 'detached' });
      await expect
        .poll(async () => (await read()).testSubject, { timeout: SLOW / 4 })
        .toBe('webServerRceOpenAlert');
    }
  );

  it('changes ticked alerts, and goes on from there', { timeout: SLOW }, async () => {
    await tabTo(({ testSubject }) => testSubject.startsWith('checkboxSelectRow-'));
    await press('Space');
    await page.getByTestId('webServerRceSelection').waitFor();
    await tabTo(({ label }) => label === 'Acknowledge', 'Shift+Tab');
    await press('Enter');
    await page.getByTestId('webServerRceSelection').waitFor({ state: 'detached' });
    await expect.poll(async () => (await read()).isLost, { timeout: SLOW / 4 }).toBe(false);
  });

  it('saw everywhere in the flyout where it was', () => {
    // EUI's own: what scrolls must be reached by keys, and has no look of its own.
    expect(unseen.filter((name) => name !== 'euiFlyoutBodyOverflow')).toEqual([]);
  });
});
