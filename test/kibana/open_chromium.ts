import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * Starts the Chromium that came from npm, as it draws on a machine without a graphics card. By itself it would emulate one, which
 * takes longer than all that the page does.
 */
export const openChromium = async (): Promise<Browser> => {
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--disable-gpu'],
    headless: true,
  });
};
