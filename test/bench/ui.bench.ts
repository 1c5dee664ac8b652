/** What does an analyst wait for in the browser, with 100,000 alerts and 1 million events? */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { selectors, type Page } from 'playwright-core';
import { openChromium } from '../kibana/open_chromium';
import { fillUiStore } from './fill_ui_store';
import { openLink } from '../browser/open_link';

/** `UI_EVENTS=100000 UI_ALERTS=10000 npm run bench -- ui` is the short form. */
const EVENTS = Number(process.env['UI_EVENTS'] ?? 1_000_000);
const ALERTS = Number(process.env['UI_ALERTS'] ?? 100_000);
const RUN_SCRIPT = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const HOST = fileURLToPath(new URL('./ui_host_child.ts', import.meta.url));
const TIMES = 20;
const RUNS = 8;
/** A host that was just started reads its alerts at the first question; nobody opens the page then but once. */
const FIRST_OPENINGS = 4;

interface Figures {
  readonly what: string;
  readonly 'median ms': number;
  readonly 'p75 ms': number;
  readonly 'slowest ms': number;
  /** Processor time of the page's main thread, which says more than the clock where other work goes on beside. */
  readonly 'main thread, median ms': number;
}

interface Measured {
  readonly ms: number;
  readonly mainThreadMs: number;
}

export const benchUi = async (): Promise<Figures[]> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    const begin = performance.now();
    const dataDirectory = join(directory, 'data');
    await fillUiStore(dataDirectory, { events: EVENTS, alerts: ALERTS });
    console.log(
      `\n${ALERTS.toLocaleString('en')} alerts, ${EVENTS.toLocaleString('en')} events, stored in ${Math.round((performance.now() - begin) / 1000)} s`
    );
    return await measureHost(directory, dataDirectory);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const measureHost = async (directory: string, dataDirectory: string): Promise<Figures[]> => {
  const path = join(directory, 'nothing.ndjson');
  writeFileSync(path, '');
  selectors.setTestIdAttribute('data-test-subj');
  const host = spawn(process.execPath, [RUN_SCRIPT, HOST, dataDirectory, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  const browser = await openChromium();
  try {
    const [link] = (await once(createInterface(host.stdout), 'line')) as [string];
    const page = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 } })
    ).newPage();
    await openLink(page, link);
    return await measurePage(page, `${new URL(link).origin}/app/webServerRce`);
  } finally {
    await browser.close();
    host.stdin.end();
    await ended;
  }
};

const ALERT = '[data-test-subj=webServerRceOpenAlert]';
const TREE = '[data-test-subj=webServerRceFlyout] [data-test-subj=webServerRceStoryTree]';
const CLOSE = '[data-test-subj=euiFlyoutCloseButton]';
const TAB = '[data-test-subj=webServerRceTab-investigate]';
const RUN = '[data-test-subj=webServerRceRunQuery]';
const ROWS = '[data-test-subj=webServerRceResultRows] tbody tr';

const measurePage = async (page: Page, address: string): Promise<Figures[]> => {
  const measure = await createMeasure(page);
  await page.addInitScript(WATCH);
  const open = async (): Promise<number> => {
    await page.goto(address, { waitUntil: 'commit' });
    return page.evaluate<number>('window.benchOpened');
  };
  const opened: Measured[] = [];
  for (let time = 0; time < FIRST_OPENINGS; time += 1) {
    await page.goto('about:blank');
    console.log(`the page opened for the ${time + 1}. time: ${Math.round(await open())} ms`);
  }
  for (let time = 0; time < TIMES; time += 1) {
    // Each document counts its main thread's time from its own beginning.
    await page.goto('about:blank');
    opened.push(await measure(open));
  }
  const next = '[data-test-subj=pagination-button-next]';
  const pages: Measured[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    pages.push(await measure(() => clickUntil(page, next, ALERT, true)));
  }
  await open();
  const flyouts: Measured[] = [];
  for (let place = 0; place < TIMES; place += 1) {
    flyouts.push(await measure(() => clickUntil(page, ALERT, TREE, false, place)));
    await page.locator(CLOSE).click();
    await page.locator(TREE).first().waitFor({ state: 'detached' });
  }
  const rows: Measured[] = [];
  for (let place = 0; place < RUNS; place += 1) {
    await page.locator(ALERT).nth(place).click();
    await page.locator(TAB).click();
    await page.locator(RUN).first().waitFor();
    await page.waitForTimeout(500);
    rows.push(await measure(() => clickUntil(page, RUN, ROWS, false)));
    await page.locator(CLOSE).click();
    await page.locator(RUN).first().waitFor({ state: 'detached' });
  }
  return [
    toFigures('the page opened anew, until its first row', opened),
    toFigures('the next page of the list, until its first row', pages),
    toFigures('an alert clicked, until its story’s first tree', flyouts),
    toFigures('a query clicked, until its first row', rows),
  ];
};

/** What adds to the time of an act the processor time that the page's main thread had for it. */
const createMeasure = async (
  page: Page
): Promise<(act: () => Promise<number>) => Promise<Measured>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const readMainThread = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  return async (act) => {
    const before = await readMainThread();
    const ms = await act();
    return { ms, mainThreadMs: (await readMainThread()) - before };
  };
};

/** Watches in the page itself: asking it from outside would take as long as what is measured. Its clock begins with the way to it. */
const WATCH = `window.benchOpened = new Promise((resolve) => {
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('${ALERT}')) return;
    observer.disconnect();
    // Painted, not only put there.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  }).observe(document, { childList: true, subtree: true });
});
window.benchClick = (clicked, awaited, isReplaced, place) => new Promise((resolve, reject) => {
  const before = isReplaced ? document.querySelector(awaited)?.dataset.alertId : undefined;
  const target = document.querySelectorAll(clicked)[place];
  const isThere = () => {
    const found = document.querySelector(awaited);
    return found && (!isReplaced || found.dataset.alertId !== before);
  };
  const begin = performance.now();
  const look = () => {
    if (performance.now() - begin > 20_000) return reject(new Error('Nothing came: ' + awaited));
    if (!isThere()) return requestAnimationFrame(look);
    // Painted, not only put there.
    requestAnimationFrame(() => resolve(performance.now() - begin));
  };
  target.click();
  look();
})`;

const clickUntil = async (
  page: Page,
  clicked: string,
  awaited: string,
  isReplaced: boolean,
  place = 0
): Promise<number> =>
  page.evaluate(
    `window.benchClick(${JSON.stringify(clicked)}, ${JSON.stringify(awaited)}, ${isReplaced}, ${place})`
  );

const toFigures = (what: string, measured: readonly Measured[]): Figures => {
  const times = toSorted(measured.map(({ ms }) => ms));
  return {
    ...{ what, 'median ms': atShare(times, 0.5), 'p75 ms': atShare(times, 0.75) },
    'slowest ms': atShare(times, 1),
    'main thread, median ms': atShare(toSorted(measured.map((one) => one.mainThreadMs)), 0.5),
  };
};

const toSorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

const atShare = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
