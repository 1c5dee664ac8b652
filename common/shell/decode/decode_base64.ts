const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Decodes base64 in both alphabets as far as it goes, over blanks and without padding, as decoders in the field do. */
export const decodeBase64 = (text: string): Uint8Array =>
  decodeBits(text.replace(/-/g, '+').replace(/_/g, '/'), ALPHABET, 6);

export const decodeBase32 = (text: string): Uint8Array =>
  decodeBits(text.toUpperCase(), BASE32_ALPHABET, 5);

const decodeBits = (text: string, alphabet: string, bitsEach: number): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((text.length * bitsEach) / 8));
  let length = 0;
  let bits = 0;
  let waiting = 0;
  for (const char of text) {
    if (char === '=') break;
    const value = alphabet.indexOf(char);
    if (value === -1) continue;
    bits = ((bits << bitsEach) | value) & 0xffff;
    waiting += bitsEach;
    if (waiting < 8) continue;
    waiting -= 8;
    bytes[length++] = (bits >> waiting) & 0xff;
  }
  return bytes.slice(0, length);
};
