import { copyToClipboard } from '@elastic/eui';

/**
 * Puts text on the clipboard as it is. Browsers have the clipboard only on HTTPS and loopback; elsewhere EUI's older
 * way is taken.
 * @returns whether it worked
 */
export const copyText = async (text: string): Promise<boolean> => {
  // Typed as always there, but it is missing where the page is not trusted.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return copyToClipboard(text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyToClipboard(text);
  }
};
