import type { TextRange } from '../ast';
import type { EqlErrorCode } from './eql_error_code';

/** What the parser would have accepted: text as it stands in a query, or the name of a kind of thing. */
export type Expected =
  | { readonly token: string }
  | { readonly kind: 'expression' | 'constant' | 'name' | 'number' | 'category' };

export interface EqlErrorDetails {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly expected?: readonly Expected[];
  readonly suggestions?: readonly string[];
}

/**
 * A mistake in a query and where it stands. Like every error of this product it carries a code and values,
 * not a sentence; `toEqlErrorSentence` words it, `toEqlErrorReport` draws the caret.
 */
export class EqlError extends Error {
  override readonly name = 'EqlError';
  readonly code: EqlErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly expected: readonly Expected[];
  /** Names that exist and look like the wrong one, best first. */
  readonly suggestions: readonly string[];
  /** Always inside the text; empty only at its end. */
  readonly range: TextRange;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The line of the text that holds the mistake. */
  readonly lineText: string;

  constructor(text: string, range: TextRange, code: EqlErrorCode, details: EqlErrorDetails = {}) {
    const lineStart = range.start === 0 ? 0 : text.lastIndexOf('\n', range.start - 1) + 1;
    const lineEnd = text.indexOf('\n', range.start);
    const line = text.slice(0, lineStart).split('\n').length;
    super(
      `${line}:${range.start - lineStart + 1}: ${code} ${JSON.stringify(details.values ?? {})}`
    );
    this.code = code;
    this.values = details.values ?? {};
    this.expected = details.expected ?? [];
    this.suggestions = details.suggestions ?? [];
    this.range = range;
    this.line = line;
    this.column = range.start - lineStart + 1;
    this.lineText = text
      .slice(lineStart, lineEnd === -1 ? text.length : lineEnd)
      .replace(/\r$/, '');
  }
}
