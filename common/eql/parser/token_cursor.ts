import type { Expression, TextRange } from '../ast';
import { EqlError } from '../errors/eql_error';
import type { EqlErrorDetails, Expected } from '../errors/eql_error';
import type { EqlErrorCode } from '../errors/eql_error_code';
import { findSimilarNames } from '../errors/find_similar_names';
import { toParts } from '../to_parts';
import { toTokens } from '../lexer/to_tokens';
import type { Token } from '../lexer/token';

/** How deep brackets, `not` and operators may nest: far beyond any real query, far below the stack's end. */
const DEEPEST = 200;

/** Walks over the tokens of one query; every parse function takes it and leaves it behind what it read. */
export class TokenCursor {
  readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly parseWhole: (cursor: TokenCursor) => Expression;
  private position = 0;
  private depth = 0;

  /** @param parseWhole reads the loosest level of the grammar; levels below it recurse through `expression` */
  constructor(text: string, parseWhole: (cursor: TokenCursor) => Expression) {
    this.text = text;
    this.parseWhole = parseWhole;
    this.tokens = toTokens(text);
  }

  /** The token at hand, or one further on. */
  peek(ahead = 0): Token {
    const index = Math.min(this.position + ahead, this.tokens.length - 1);
    const token = this.tokens[index];
    if (token === undefined) throw new RangeError('a query has at least its end token');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.position = Math.min(this.position + 1, this.tokens.length - 1);
    return token;
  }

  /** Whether the token at hand is one of these symbols or key words. */
  at(...texts: readonly string[]): boolean {
    const token = this.peek();
    return (token.kind === 'symbol' || token.kind === 'keyword') && texts.includes(token.text);
  }

  /** Steps over the token at hand if it is this symbol or key word. */
  skip(text: string): boolean {
    if (!this.at(text)) return false;
    this.next();
    return true;
  }

  /**
   * Steps over this symbol or key word.
   * @param otherwise what else could stand here, for the error
   */
  expect(text: string, ...otherwise: readonly Expected[]): Token {
    return this.at(text) ? this.next() : this.unexpected({ token: text }, ...otherwise);
  }

  /** From `start` to the end of the token read last. */
  rangeFrom(start: number): TextRange {
    const last = this.tokens[this.position - 1];
    return { start, end: Math.max(start, last?.range.end ?? start) };
  }

  /** A whole expression, one level deeper: what stands in brackets, in a list, as an argument. */
  expression(): Expression {
    const whole = this.nested(() => this.parseWhole(this));
    if (this.depth === 0) this.refuseDeepTree(whole);
    return whole;
  }

  /** Runs a parse function one level deeper, within bounds. */
  nested<T>(parse: () => T): T {
    this.depth += 1;
    this.assertDepth(this.depth);
    const result = parse();
    this.depth -= 1;
    return result;
  }

  assertDepth(depth: number, range: TextRange = this.peek().range): void {
    if (depth > DEEPEST) this.fail(range, 'nesting_too_deep', { values: { limit: DEEPEST } });
  }

  /** A chain in brackets before another one makes the tree deeper than brackets or chains are by themselves. */
  private refuseDeepTree(whole: Expression): void {
    const waiting = [{ part: whole, depth: 1 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { part, depth } = next;
      this.assertDepth(depth, part.range);
      for (const inner of toParts(part)) waiting.push({ part: inner, depth: depth + 1 });
    }
  }

  unexpected(...expected: readonly Expected[]): never {
    const token = this.peek();
    const found = this.text.slice(token.range.start, token.range.end);
    return this.fail(token.range, 'token_unexpected', {
      values: { found },
      expected,
      suggestions: toSuggestions(token, expected),
    });
  }

  fail(range: TextRange, code: EqlErrorCode, details: EqlErrorDetails = {}): never {
    throw new EqlError(this.text, range, code, details);
  }
}

/** `AND` or `adn` for `and`, `=` for `==`: what was probably meant, if it is possible here. */
const toSuggestions = (token: Token, expected: readonly Expected[]): string[] => {
  const possible = expected.flatMap((item) => ('token' in item ? [item.token] : []));
  if (token.kind === 'name') return findSimilarNames(token.text, possible.filter(isWord));
  return token.text === '=' && possible.includes('==') ? ['=='] : [];
};

const isWord = (text: string): boolean => /^[a-z]/.test(text);
