import type { MatchOperator, StringLiteral, Literal } from '../ast';
import { toRegexTest } from '../regex/to_regex_test';
import { foldAscii } from './fold_case';
import { toWildcardTest, hasWildcard } from './to_wildcard_test';

/**
 * Prepares matching a text against one pattern or any of several.
 * @param fold how case is ignored by the operators that ignore it: ASCII for fields, Unicode for computed values
 */
export const toPatternTest = (
  operator: MatchOperator,
  patterns: readonly Literal[],
  fold: (text: string) => string = foldAscii
): ((text: string) => boolean) => {
  const texts = patterns.filter(isString).map(({ value }) => value);
  if (operator === 'regex' || operator === 'regex~') {
    return toAnyRegexTest(texts, operator === 'regex~');
  }
  if (operator === 'like') return toAnyTest(texts);
  const test = toAnyTest(texts.map(fold));
  return (text) => test(fold(text));
};

/**
 * Expressions that can not be used match nothing; the checker has refused them before. They are built when a text
 * asks for them: what only explains a match often never does.
 */
const toAnyRegexTest = (
  patterns: readonly string[],
  ignoreCase: boolean
): ((text: string) => boolean) => {
  let tests: ((text: string) => boolean)[] | undefined;
  return (text) => {
    tests ??= patterns
      .map((pattern) => toRegexTest(pattern, ignoreCase))
      .filter((test) => typeof test === 'function');
    return tests.some((test) => test(text));
  };
};

const isString = (literal: Literal): literal is StringLiteral => literal.kind === 'string';

/** Patterns without wildcards are looked up at once, the others are tried one by one. */
const toAnyTest = (patterns: readonly string[]): ((text: string) => boolean) => {
  const exact = new Set(patterns.filter((pattern) => !hasWildcard(pattern)));
  const tests = patterns.filter(hasWildcard).map(toWildcardTest);
  if (tests.length === 0) return (text) => exact.has(text);
  return (text) => exact.has(text) || tests.some((test) => test(text));
};
