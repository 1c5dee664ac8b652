import type { PatternOperand } from './pattern_operand';

/** How to write text into a pattern so that it matches itself. */
export interface PatternEscaping {
  /** The text with its wildcards made literal, or undefined where that is impossible. */
  readonly escape: (text: string) => string | undefined;
  /** Clause that has to follow the pattern for `escape` to hold. */
  readonly clause?: string;
}

/** Characters that no wildcard, quote or number is made of. */
const ESCAPE_CHARACTERS = ['\\', '!', '~', '^', '|', '#'];
const LIKE_WILDCARD = /[%_]/;
const GLOB_WILDCARDS = /[*?[]/g;
/** Text that means itself in every kind of pattern. */
const PLAIN_TEXT = /^[\p{L}\p{N} ]*$/u;

/**
 * Finds the escaping for one pattern. LIKE gets an ESCAPE clause only if a value needs it, because Osquery's tables
 * do not see a LIKE with such a clause as the constraint that some of them (`file`) ask for.
 * @param values every value that goes into the pattern
 * @param sources what the query itself writes into the pattern
 */
export const toPatternEscaping = (
  operand: PatternOperand,
  values: readonly string[],
  sources: readonly string[]
): PatternEscaping => {
  const { operator, chain, escape } = operand;
  if (operator === 'GLOB') {
    return chain
      ? { escape: (text) => text.replaceAll(GLOB_WILDCARDS, '[$&]') }
      : { escape: (text) => (text.search(GLOB_WILDCARDS) === -1 ? text : undefined) };
  }
  const isReadable = escape === undefined || (escape !== '' && chain !== undefined);
  if (operator !== 'LIKE' || !isReadable) {
    return { escape: (text) => (PLAIN_TEXT.test(text) ? text : undefined) };
  }
  if (escape !== undefined) return { escape: toLikeEscape(escape) };
  if (!values.some((value) => LIKE_WILDCARD.test(value))) return { escape: (text) => text };

  const free = ESCAPE_CHARACTERS.find((character) =>
    sources.every((source) => !source.includes(character))
  );
  if (!chain || free === undefined) {
    return { escape: (text) => (LIKE_WILDCARD.test(text) ? undefined : text) };
  }
  return { escape: toLikeEscape(free), clause: `ESCAPE '${free}'` };
};

const toLikeEscape =
  (escape: string) =>
  (text: string): string =>
    [...text]
      .map((character) =>
        character === escape || LIKE_WILDCARD.test(character) ? escape + character : character
      )
      .join('');
