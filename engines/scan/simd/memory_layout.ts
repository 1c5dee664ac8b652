/**
 * Where things lie in the kernel's memory, in bytes. The scanner and its kernel are both compiled with this file, so it must be
 * TypeScript and AssemblyScript at once: numbers only.
 */

export const PAGE = 65_536;
/** Room for reading and writing a little past the end of anything. */
export const MARGIN = 64;

/** Which key `findMember` found; tables of fingerprints and keys follow. */
export const FOUND_KEY = 0;
/** A key that is not plain ASCII. */
export const ODD_KEY = 255;

/** The containers of a JSON value that are open, one byte each. */
export const STACK = 4 * PAGE;
export const DEEPEST = PAGE;

/** Where a line and its shape met again: 4 bytes of offset in the shape, 4 bytes of address in the line. */
export const ANCHORS = 5 * PAGE;
export const ANCHOR_SIZE = 8;
export const LAST_ANCHOR = 6 * PAGE;

/** At which gap of which shape a line was like none. */
export const MISSED_SHAPE = 6 * PAGE + 4;
export const MISSED_GAP = 6 * PAGE + 8;

/** Bytes of text that all shapes may have together. */
export const SHAPE_ROOM = 8 * PAGE;
/** So long a shape may be: its offsets take 2 bytes, and the anchors of all its gaps fit a page. */
export const LONGEST_SHAPE = PAGE / 2;
/** A shape is called by the address of its text. The other parts stand at places that can be told from it. */
export const SHAPE_TEXT = 7 * PAGE;
/** For each byte of a text the bound that a byte must be above to stand there in its stead. */
export const SHAPE_BOUNDS = SHAPE_TEXT + SHAPE_ROOM;
/** For each byte of a text, in 2 bytes, the number of the gap that it stands in or that comes next. */
export const SHAPE_GAP_OF = SHAPE_TEXT + 2 * SHAPE_ROOM;
/** For each gap 2 bytes of start and 2 of end, as offsets, and 4 bytes of the next shape that differs in front of it. */
export const SHAPE_GAPS = SHAPE_TEXT + 4 * SHAPE_ROOM;
export const GAP_SIZE = 8;

/** Where lines begin; there is room to read a little before them. */
export const FIRST_BYTE = SHAPE_TEXT + 6 * SHAPE_ROOM + MARGIN;
