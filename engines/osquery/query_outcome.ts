export interface SqlColumn {
  readonly name: string;
  /** SQL type; of an expression the type its values have. */
  readonly type: string;
}

/** As Osquery prints them: every value is text, NULL is empty; `SqlColumn.type` tells numbers apart. */
export type ResultRow = Readonly<Record<string, string>>;

/** What became of one query. None of these is an error of ours. */
export type QueryOutcome =
  | {
      readonly kind: 'rows';
      readonly columns: readonly SqlColumn[];
      readonly rows: readonly ResultRow[];
      /** True where rows were cut off at the cap of rows or of bytes. */
      readonly truncated: boolean;
      /** Rows the query gives, those cut off counted with them. */
      readonly total: number;
      /** False where counting took too long: there are more rows than `total`. */
      readonly isTotalExact: boolean;
      readonly elapsedMs: number;
    }
  /** `message`: the engine's own words, or the sentence that refused the query. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'timed_out'; readonly afterMs: number }
  | { readonly kind: 'cancelled' };
