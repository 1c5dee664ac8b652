/** Bounds of one reading. Attackers write command lines, and a reader without bounds is one more thing to attack. */
export interface ReadingLimits {
  /** Characters of one layer. */
  readonly textLength: number;
  /** Characters looked at in all: parsed, expanded and decoded. */
  readonly work: number;
  readonly depth: number;
  readonly layers: number;
  readonly commands: number;
  /** Words one word may become. */
  readonly words: number;
  readonly indicators: number;
}

/** Linux allows 131,072 bytes for one argument; what people and tools really send is far below. */
export const READING_LIMITS: ReadingLimits = {
  textLength: 65_536,
  work: 1_048_576,
  depth: 8,
  layers: 64,
  commands: 512,
  words: 1_024,
  indicators: 256,
};
