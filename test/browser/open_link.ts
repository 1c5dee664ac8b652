import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Opens a link of the stand-alone host and waits until this browser has its secret: whoever leaves before loses the link's code. */
export const openLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  // The page's own policy forbids what waitForFunction does.
  const hasSecret = "localStorage.getItem('webServerRce.secret') !== null";
  while (!(await page.evaluate(hasSecret))) await wait(20);
};
