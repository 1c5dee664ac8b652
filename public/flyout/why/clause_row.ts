import type { Clause } from '../../../common/eql/explain/clause';

/** One clause of a query held against one event, as a line of a table. */
export interface ClauseRow {
  /** Where the clause begins in the query. */
  readonly start: number;
  readonly holds: boolean;
  /** Empty for a clause that asks for no field. */
  readonly field: string;
  /** What the event has there: the value that decided, else all. Undefined when the field is missing. */
  readonly found: string | undefined;
  /** The member of the list that the value met, else the clause as it is written. */
  readonly asked: string;
}

/** Of alternatives the one that held tells why; of a negation, what the event had instead. */
export const toClauseRow = (clause: Clause, query: string): ClauseRow => {
  const line = {
    start: clause.range.start,
    holds: clause.outcome,
    field: '',
    found: '',
    asked: toOneLine(query.slice(clause.range.start, clause.range.end)),
  };
  switch (clause.kind) {
    case 'value': {
      const { decisive, field } = clause;
      if (decisive === undefined) return { ...line, field, found: toText(clause.values) };
      const { start, end } = decisive.memberRange;
      return { ...line, field, found: String(decisive.value), asked: query.slice(start, end) };
    }
    case 'absence':
      return { ...line, field: clause.field, found: toText(clause.values) };
    case 'computed':
      return {
        ...line,
        field: clause.fields.map(({ field }) => field).join(', '),
        found: toText(clause.decisive ?? clause.fields.flatMap(({ values }) => values)),
      };
    case 'not': {
      const { field, found } = toClauseRow(clause.clause, query);
      return { ...line, field, found };
    }
    case 'or': {
      const held = clause.clauses.find(({ outcome }) => outcome);
      return held === undefined ? line : { ...toClauseRow(held, query), start: line.start };
    }
    case 'and':
    case 'constant':
      return line;
  }
};

const toText = (values: readonly unknown[]): string | undefined =>
  values.length === 0 ? undefined : values.map(String).join(', ');

const toOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
