/**
 * Deeper than people nest. Below it brackets are passed over one by one, so that no text overflows the stack.
 */
export const MAX_NESTING = 64;

/** A place in a shell text that moves forward while the text is read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Something opened has no end. */
  isIncomplete: boolean;
  /** Compound commands and computations around this place. */
  nesting: number;
  /** Here-documents whose text begins on the next line. */
  readonly hereDocuments: ((cursor: Cursor) => void)[];
}

export const createCursor = (text: string, nesting = 0): Cursor => ({
  text,
  at: 0,
  isIncomplete: false,
  nesting,
  hereDocuments: [],
});
