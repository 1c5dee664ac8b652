/** One field a query names and the values that stand in its place. */
export interface Substitution {
  /** Field the guide names, e.g. `process.user.id`. */
  readonly field: string;
  /** Field the values came from; differs from `field` where a fallback was used. */
  readonly usedField: string;
  /** The alert's values as text, unquoted and without repeats: one, or several where the SQL allows a list. */
  readonly values: readonly string[];
}

/** A guide's query after filling: runnable, or the reason why not. */
export type FilledQuery =
  | {
      readonly kind: 'ready';
      /** One SELECT without `{{`, so that Kibana's own filling finds nothing to replace. */
      readonly sql: string;
      readonly substitutions: readonly Substitution[];
    }
  | {
      readonly kind: 'unfillable';
      readonly problem: UnfillableProblem;
      /** Template as far as it could be filled, for reading only: it may still hold `{{…}}`. */
      readonly sql: string;
      readonly substitutions: readonly Substitution[];
    };

/** Why a query can't be run; worded for the analyst in the browser. */
export type UnfillableProblem =
  | {
      readonly code: 'field_missing';
      /** Every field of the query that the alert does not have. */
      readonly fields: readonly string[];
    }
  | {
      readonly code: 'value_unusable';
      readonly field: string;
      readonly value: string;
      readonly reason: UnusableReason;
    }
  | { readonly code: 'list_not_allowed'; readonly field: string }
  | { readonly code: 'not_one_select'; readonly reason: NotOneSelectReason };

/**
 * - `in_identifier`, `in_comment`, `in_blob`: the placeholder stands where SQL takes no value
 * - `in_pattern`: the value has wildcards and stands in a pattern in which they can't be made literal
 * - `characters`: the value has NUL or half a surrogate pair, which SQL text can't hold, or is no finite number
 * - `too_long`: the filled query would be longer than 100,000 characters
 */
export type UnusableReason =
  'in_identifier' | 'in_comment' | 'in_blob' | 'in_pattern' | 'characters' | 'too_long';

/**
 * - `not_select`: the query is empty or does something else than SELECT
 * - `several_statements`: more than one statement
 * - `unclosed`: a quote or comment is never closed
 * - `characters`: the query holds NUL, at which SQLite stops reading
 * - `stray_braces`: `{{` that is no placeholder stands outside a text
 */
export type NotOneSelectReason =
  'not_select' | 'several_statements' | 'unclosed' | 'characters' | 'stray_braces';
