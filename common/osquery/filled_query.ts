/** One placeholder and what stands in its place. */
export interface Substitution {
  /** Field the guide names, e.g. `process.user.id`. */
  readonly field: string;
  /** Field the value came from; differs from `field` where a fallback was used. */
  readonly usedField: string;
  /** The alert's values as text, unquoted: one, or several where the SQL allows a list. */
  readonly values: readonly string[];
}

/** A guide's query after filling: runnable, or the reason why not. */
export type FilledQuery =
  | { readonly kind: 'ready'; readonly sql: string; readonly substitutions: readonly Substitution[] }
  | {
      readonly kind: 'unfillable';
      readonly problem: UnfillableProblem;
      /** Template as far as it could be filled, for reading only: it may still hold `{{…}}`. */
      readonly sql: string;
      readonly substitutions: readonly Substitution[];
    };

/** Why a query can't be run; worded for the analyst in the browser. */
export type UnfillableProblem =
  | { readonly code: 'field_missing'; readonly fields: readonly string[] }
  | { readonly code: 'value_unusable'; readonly field: string; readonly value: string }
  | { readonly code: 'list_not_allowed'; readonly field: string }
  | { readonly code: 'not_one_select' };
