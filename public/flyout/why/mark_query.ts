import type { TextRange } from '../../../common/eql/ast';
import type { Clause } from '../../../common/eql/explain/clause';

export interface QueryPiece {
  readonly text: string;
  /** `met`: the member of a list that a value met; `failed`: a clause that did not hold. */
  readonly mark?: 'met' | 'failed';
}

type Mark = TextRange & { readonly mark: 'met' | 'failed' };

/** Cuts a query into what is drawn as it is and what is marked, in the order of the text. */
export const markQuery = (query: string, clauses: readonly Clause[]): readonly QueryPiece[] => {
  const marks = clauses.flatMap(toMarks).sort((one, other) => one.start - other.start);
  const pieces: QueryPiece[] = [];
  let end = 0;
  for (const { start, end: markEnd, mark } of marks) {
    if (start < end) continue;
    if (start > end) pieces.push({ text: query.slice(end, start) });
    pieces.push({ text: query.slice(start, markEnd), mark });
    end = markEnd;
  }
  if (end < query.length) pieces.push({ text: query.slice(end) });
  return pieces;
};

const toMarks = (clause: Clause): readonly Mark[] => {
  if (clause.kind === 'and' || clause.kind === 'or') {
    // Alternatives that did not hold are no fault while another one did.
    const told =
      clause.kind === 'or' && clause.outcome
        ? clause.clauses.filter(({ outcome }) => outcome)
        : clause.clauses;
    return told.flatMap(toMarks);
  }
  if (clause.kind === 'value' && clause.decisive !== undefined) {
    return [{ ...clause.decisive.memberRange, mark: 'met' }];
  }
  return clause.outcome ? [] : [{ ...clause.range, mark: 'failed' }];
};
