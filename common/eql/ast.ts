/**
 * The tree of an EQL query, as the parser builds it and everything else reads it.
 * Plain JSON: no classes, no bigints, so a tree can cross a worker or an HTTP boundary.
 * Brackets that only group are not kept; `formatEql` puts them back where precedence needs them.
 */

/** A piece of the query text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly range: TextRange;
}

export interface EqlQuery extends Node {
  readonly kind: 'query';
  /** The text the ranges point into. */
  readonly text: string;
  readonly statement: Statement;
  readonly pipes: readonly Pipe[];
}

export type Statement = EventFilter | Sequence | Sample | Join;

/** `process where …`: the whole of an event query, or what stands between the brackets of a term. */
export interface EventFilter extends Node {
  readonly kind: 'filter';
  /** Undefined for `any`. */
  readonly category: Category | undefined;
  readonly condition: Expression;
}

export interface Category extends Node {
  readonly kind: 'category';
  readonly name: string;
}

export interface Sequence extends Node {
  readonly kind: 'sequence';
  /** Keys that hold for every term; each term adds its own. */
  readonly keys: readonly Expression[];
  readonly maxspan: Duration | undefined;
  readonly terms: readonly Term[];
  readonly until: Term | undefined;
}

export interface Sample extends Node {
  readonly kind: 'sample';
  readonly keys: readonly Expression[];
  readonly terms: readonly Term[];
}

/** Parsed for a good error message; no engine runs joins any more. */
export interface Join extends Node {
  readonly kind: 'join';
  readonly keys: readonly Expression[];
  readonly terms: readonly Term[];
  readonly until: Term | undefined;
}

export interface Term extends Node {
  readonly kind: 'term';
  /** `![…]`: there must be no such event here. */
  readonly missing: boolean;
  readonly filter: EventFilter;
  readonly keys: readonly Expression[];
  /** How many times the term stands here; 1 without `with runs=`. */
  readonly runs: number;
}

export type DurationUnit = 'ms' | 's' | 'm' | 'h' | 'd';

export interface Duration extends Node {
  readonly kind: 'duration';
  readonly amount: number;
  readonly unit: DurationUnit;
}

export interface Pipe extends Node {
  readonly kind: 'pipe';
  readonly name: string;
  readonly args: readonly Expression[];
}

export type Expression =
  Logical | Not | Comparison | Arithmetic | SignedOperand | In | Match | Call | Field | Literal;

/** A chain `a and b and c` is one node, so that long chains stay flat. */
export interface Logical extends Node {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Expression[];
}

export interface Not extends Node {
  readonly kind: 'not';
  readonly operand: Expression;
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison extends Node {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface SignedOperand extends Node {
  readonly kind: 'sign';
  readonly operator: '+' | '-';
  readonly operand: Expression;
}

/** `x in ("a", "b")`, `x not in~ (…)`. */
export interface In extends Node {
  readonly kind: 'in';
  readonly operand: Expression;
  readonly negated: boolean;
  readonly ignoreCase: boolean;
  readonly members: readonly Expression[];
}

export type MatchOperator = ':' | 'like' | 'like~' | 'regex' | 'regex~';

/** `x : "a*"`, `x regex ("a.*", "b.*")`: one pattern or a list of them. */
export interface Match extends Node {
  readonly kind: 'match';
  readonly operator: MatchOperator;
  readonly operand: Expression;
  readonly patterns: readonly Literal[];
}

export interface Call extends Node {
  readonly kind: 'call';
  /** As written, without the tilde. */
  readonly name: string;
  readonly ignoreCase: boolean;
  readonly args: readonly Expression[];
}

export interface Field extends Node {
  readonly kind: 'field';
  /** Dotted path without back quotes, e.g. `process.parent.name`. */
  readonly name: string;
  /** `?name`: null where no index maps the field, instead of an error. */
  readonly optional: boolean;
}

export type Literal = StringLiteral | NumberLiteral | BooleanLiteral | NullLiteral;

export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}

export interface NumberLiteral extends Node {
  readonly kind: 'number';
  /** As written: integers beyond 2^53 are exact only here. */
  readonly digits: string;
  /** Written with a point or an exponent, or too large for 64 bits. */
  readonly isDouble: boolean;
}

export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Node {
  readonly kind: 'null';
}
