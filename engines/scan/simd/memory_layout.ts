const PAGE = 65_536;
const SHAPES = 7 * PAGE;
/** Bytes of text that all shapes may have together. */
const SHAPE_ROOM = 8 * PAGE;

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
  /** Where a line and its shape met again: 4 bytes of offset in the shape, 4 bytes of address in the line. */
  anchors: 5 * PAGE,
  lastAnchor: 6 * PAGE,
  /** At which gap of which shape a line was like none. */
  missedShape: 6 * PAGE + 4,
  missedGap: 6 * PAGE + 8,
  shapeRoom: SHAPE_ROOM,
  /** So long a shape may be: its offsets take 2 bytes, and the anchors of all its gaps fit a page. */
  longestShape: PAGE / 2,
  /** A shape is called by the address of its text. The other parts stand at places that can be told from it. */
  shapeText: SHAPES,
  /** For each byte of a text the bound that a byte must be above to stand there in its stead. */
  shapeBounds: SHAPES + SHAPE_ROOM,
  /** For each byte of a text, in 2 bytes, the number of the gap that it stands in or that comes next. */
  shapeGapOf: SHAPES + 2 * SHAPE_ROOM,
  /** For each gap 2 bytes of start and 2 of end, as offsets, and 4 bytes of the next shape that differs in front of it. */
  shapeGaps: SHAPES + 4 * SHAPE_ROOM,
  gapSize: 8,
  /** Where lines begin; there is room to read a little before them. */
  firstByte: SHAPES + 6 * SHAPE_ROOM + MARGIN,
} as const;
