import type { TextRange } from '../ast';
import type { ValueOperator } from '../compile/condition';

/** A piece of a query, where it stands in the text, whether it held for one event, and what decided it. Plain JSON. */
export type Clause =
  LogicalClause | NotClause | ConstantClause | ValueClause | AbsenceClause | ComputedClause;

interface Explained {
  readonly range: TextRange;
  readonly outcome: boolean;
}

export interface LogicalClause extends Explained {
  readonly kind: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

/** Holds because its clause does not. */
export interface NotClause extends Explained {
  readonly kind: 'not';
  readonly clause: Clause;
}

/** Holds, or does not, for every event. */
export interface ConstantClause extends Explained {
  readonly kind: 'constant';
}

/** Holds when some value of the field satisfies some member of the list. */
export interface ValueClause extends Explained {
  readonly kind: 'value';
  readonly operator: ValueOperator;
  readonly field: string;
  /** What the event holds, in document order; empty when the field is missing. */
  readonly values: readonly unknown[];
  /** Present when the clause holds. */
  readonly decisive?: DecisiveValue;
}

export interface DecisiveValue {
  readonly value: unknown;
  /** Position in `values`. */
  readonly valueIndex: number;
  /** Position in the list of the query; 0 for a single constant. */
  readonly memberIndex: number;
  /** Where that member stands in the text. */
  readonly memberRange: TextRange;
}

/** Holds when the field has no value. */
export interface AbsenceClause extends Explained {
  readonly kind: 'absence';
  readonly field: string;
  readonly values: readonly unknown[];
}

/** Holds when some combination of one value per field makes the expression true. */
export interface ComputedClause extends Explained {
  readonly kind: 'computed';
  readonly fields: readonly { readonly field: string; readonly values: readonly unknown[] }[];
  /** Present when the clause holds: the combination, in the order of `fields`; null for a missing field. */
  readonly decisive?: readonly (string | number | boolean | null)[];
}
