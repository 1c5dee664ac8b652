/** Code points from `first` to `last`. */
export interface CodeRange {
  readonly first: number;
  readonly last: number;
}

export const LAST_CODE_POINT = 0x10ffff;

/** The tree of a regular expression. */
export type RegexNode =
  /** One character out of ranges; without ranges nothing matches. */
  | { readonly kind: 'set'; readonly ranges: readonly CodeRange[] }
  /** All one after the other; without items the empty text. */
  | { readonly kind: 'concat'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'union'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'intersection'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'complement'; readonly item: RegexNode }
  /** `most` is Infinity for no end. */
  | {
      readonly kind: 'repeat';
      readonly item: RegexNode;
      readonly least: number;
      readonly most: number;
    };

/** Why an expression can not be used; `offset` counts UTF-16 units from its start. */
export interface RegexProblem {
  readonly problem: 'regex_invalid' | 'regex_too_complex';
  readonly offset: number;
}
