import type { TextRange } from '../ast';

/** The smallest pieces of a query. */
export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly range: TextRange }
  /** `` `any-name` ``; `text` is what stands between the back quotes. */
  | { readonly kind: 'quoted_name'; readonly text: string; readonly range: TextRange }
  /** `endsWith~`, as one token; `text` is without the tilde. */
  | { readonly kind: 'tilde_name'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'keyword'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'symbol'; readonly text: string; readonly range: TextRange }
  /** `text` is the value, escapes resolved. */
  | { readonly kind: 'string'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'integer'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'decimal'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'end'; readonly text: ''; readonly range: TextRange };
