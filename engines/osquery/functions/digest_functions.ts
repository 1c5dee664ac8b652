/** Osquery's functions that hash texts or write them in another alphabet. */
import { createHash } from 'node:crypto';
import type { SqlFunction } from './sql_function';

const PRINTABLE = /^[\x20-\x7e]*$/;
const BASE64 = /^[A-Za-z0-9+/]*$/;

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');

/** Empty for what is no base64. */
const fromBase64 = (text: string): string => {
  const digits = text.replace(/[\r\n]/g, '').replace(/=+$/, '');
  return BASE64.test(digits) ? Buffer.from(digits, 'base64').toString() : '';
};

export const DIGEST_FUNCTIONS: readonly SqlFunction[] = [
  ...['md5', 'sha1', 'sha256'].map((name): SqlFunction => ({
    name,
    arities: [1],
    run: (text = '') => createHash(name).update(text).digest('hex'),
  })),
  { name: 'to_base64', arities: [1], run: (text = '') => toBase64(text) },
  { name: 'from_base64', arities: [1], run: (text = '') => fromBase64(text) },
  {
    name: 'conditional_to_base64',
    arities: [1],
    run: (text = '') => (PRINTABLE.test(text) ? text : toBase64(text)),
  },
];
