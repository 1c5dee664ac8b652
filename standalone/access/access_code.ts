import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** As long as it takes to go from the terminal to the browser. */
export const CODE_LIFETIME_MS = 10 * 60_000;

/**
 * A code that whoever holds the token can make and the host can check: its end of life, a random part and a signature over both.
 * So a fresh link needs no request to the host, and the token goes nowhere.
 */
export const createAccessCode = (token: string, now: Date): string => {
  const payload = `${(now.getTime() + CODE_LIFETIME_MS).toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${payload}.${sign(token, payload)}`;
};

/** When a code of this token ends, in epoch milliseconds; undefined for a code that is not of this token. */
export const findCodeEnd = (token: string, code: string): number | undefined => {
  const [end = '', random = '', signature = '', ...rest] = code.split('.');
  if (rest.length > 0) return undefined;
  const expected = Buffer.from(sign(token, `${end}.${random}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number.parseInt(end, 36);
};

const sign = (token: string, payload: string): string =>
  createHmac('sha256', token).update(`code ${payload}`).digest('base64url');
