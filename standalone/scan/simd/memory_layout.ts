const PAGE = 65_536;
const KIB = 1024;

/** Room for reading and writing a little past the end of anything. */
export const MARGIN = 64;

/** Where things lie in the kernel's memory, in bytes. */
export const LAYOUT = {
  page: PAGE,
  /** Which key `findMember` found; tables of fingerprints and keys follow. */
  foundKey: 0,
  /** The containers of a JSON value that are open, one byte each. */
  stack: 4 * PAGE,
  deepest: PAGE,
  /** For each choice of 8 bytes how to move them together, first for the lower half of 16 bytes, then for the upper one. */
  packing: 5 * PAGE,
  /** What of a line stands outside of strings, and its length. */
  skeletonLength: 5 * PAGE + 4 * KIB,
  skeleton: 5 * PAGE + 4 * KIB + MARGIN,
  longestSkeleton: 24 * KIB,
  shape: 5 * PAGE + 32 * KIB,
  /** Shapes that were found good, each at a place that depends on its text. */
  knownShapes: 6 * PAGE,
  knownShapeSize: 2 * KIB,
  knownShapeBits: 7,
  /** Where lines begin; there is room to read a little before them. */
  firstByte: 10 * PAGE + MARGIN,
} as const;
