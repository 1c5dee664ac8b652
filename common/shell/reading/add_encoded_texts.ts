import { decodeBase64 } from '../decode/decode_base64';
import { decodeHex } from '../decode/decode_hex';
import { decodeUrl } from '../decode/decode_url';
import { isReadable } from '../decode/is_readable';
import { toUtf8 } from '../decode/to_utf8';
import type { FoundText, Reading } from './reading';

/** Twelve bytes: shorter words of letters and digits decode into something too often. */
const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/=])/g;
const HEX = /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}){8,}(?![0-9A-Za-z])|(?:\\x[0-9A-Fa-f]{2}){3,}/g;
const URL_ESCAPE = /%[0-9A-Fa-f]{2}/;

/**
 * Decodes what stands encoded in arguments without a decoder in sight, such as a payload handed to a script. Called
 * when everything else has been read, so that nothing is shown twice.
 */
export const addEncodedTexts = (reading: Reading): void => {
  const shown = new Set(reading.layers.map(({ text }) => text.trim()));
  const add = (found: FoundText): void => {
    if (shown.has(found.text.trim())) return;
    shown.add(found.text.trim());
    reading.addLayer(found);
  };
  // Layers added here are decoded once more by the next call.
  const from = reading.layers.length;
  for (let layer = 0; layer < from; layer++) {
    const text = reading.layers[layer]?.text ?? '';
    if (!reading.budget.spend(text.length)) return;
    for (const [word] of text.matchAll(BASE64)) {
      if (!isTyped(toUtf8(decodeBase64(word.slice(0, BEGINNING))))) continue;
      const decoded = toUtf8(decodeBase64(word));
      if (isText(decoded, word))
        add({ kind: 'base64', language: 'text', text: decoded, from: layer });
    }
    for (const [digits] of text.matchAll(HEX)) {
      const decoded = toUtf8(decodeHex(digits));
      if (isText(decoded, digits))
        add({ kind: 'hex', language: 'text', text: decoded, from: layer });
    }
    if (URL_ESCAPE.test(text)) {
      const decoded = decodeUrl(text);
      if (decoded !== text && isReadable(decoded))
        add({ kind: 'url', language: 'text', text: decoded, from: layer });
    }
  }
};

/** Most long words are paths, which show by their first bytes that they are no base64. */
const BEGINNING = 12;
const isTyped = (decoded: string): boolean => /^[\t\n\r\x20-\x7e]*$/.test(decoded);

/** Real text has a blank, a sign or a line's end; words that happen to decode have letters one never types. */
const isText = (decoded: string, written: string): boolean =>
  isReadable(decoded) && isTyped(decoded) && !/^\w+$/.test(decoded) && written.length > 0;
