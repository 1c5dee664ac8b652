/** How often three bytes follow each other in a sample of the data, roughly and without regard to case. */
export interface TripleCounts {
  get(a: number, b: number, c: number): number;
}

const SLOTS_BITS = 15;

/** Counts by a hash of the three; a few share a slot, which only makes them look more frequent. */
export const countTriples = (sample: Uint8Array): TripleCounts => {
  const counts = new Uint32Array(1 << SLOTS_BITS);
  for (let at = 2; at < sample.length; at += 1) {
    const slot = toSlot(sample[at - 2] ?? 0, sample[at - 1] ?? 0, sample[at] ?? 0);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return { get: (a, b, c) => counts[toSlot(a, b, c)] ?? 0 };
};

/** Bit 5 tells upper from lower case; what else it tells does not matter here. */
const toSlot = (a: number, b: number, c: number): number =>
  Math.imul(a | 32 | ((b | 32) << 8) | ((c | 32) << 16), 0x9e3779b1) >>> (32 - SLOTS_BITS);
