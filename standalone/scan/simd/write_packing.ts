import { LAYOUT } from './memory_layout';

const CHOICES = 256;
const HALF = 8;
/** Where no byte goes; a swizzle gives zero there. */
const NONE = 0xff;

/**
 * Writes how each choice of 8 bytes is moved together by a swizzle: which byte of a vector comes first, second, …
 * The first table is for the lower half of the vector, the second for the upper one.
 */
export const writePacking = (memory: Uint8Array): void => {
  for (let entry = 0; entry < 2 * CHOICES; entry += 1) {
    const from = entry < CHOICES ? 0 : HALF;
    const places = Array.from({ length: HALF }, (_, bit) => bit).filter(
      (bit) => (entry >> bit) & 1
    );
    const moves = [...places.map((bit) => from + bit), ...Array<number>(HALF).fill(NONE)];
    memory.set(moves.slice(0, HALF), LAYOUT.packing + HALF * entry);
  }
};
