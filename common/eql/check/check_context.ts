import type { TextRange } from '../ast';
import type { QueryScope } from '../compile/query_scope';
import type { EqlErrorDetails } from '../errors/eql_error';
import type { EqlMeaningErrorCode } from '../errors/eql_error_code';
import type { EqlFields } from '../fields/eql_fields';

/** What every part of the checker works with. */
export interface CheckContext {
  readonly fields: EqlFields | undefined;
  readonly scope: QueryScope;
  readonly text: string;
  /** Of all regular expressions so far. */
  regexSize: number;
  report(range: TextRange, code: EqlMeaningErrorCode, details?: EqlErrorDetails): void;
}

/** The text of a piece of the query, as far as a message should repeat it. */
export const quote = (text: string, { start, end }: TextRange): string => {
  const piece = text.slice(start, end).replace(/\s+/g, ' ');
  return piece.length <= 60 ? piece : `${piece.slice(0, 59)}…`;
};
