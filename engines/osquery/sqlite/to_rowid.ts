import type { TableRow } from '../table';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SECOND_SEED = 0x9747b28c;
const LOW_BITS = 0x1fffff;

/**
 * A number for what a row says, up to 2^53. SQLite joins the scans of `a = … OR b = …` by row number, so the
 * same row must get the same number in every scan, and another row another one.
 */
export const toRowid = (row: TableRow | undefined): number => {
  let high = FNV_OFFSET;
  let low = SECOND_SEED;
  for (const value of Object.values(row ?? {})) {
    const text = `${String(value)}\0`;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, FNV_PRIME);
      low = Math.imul(low ^ unit, FNV_PRIME) + at;
    }
  }
  return (high >>> 0) + (low & LOW_BITS) * 2 ** 32;
};
