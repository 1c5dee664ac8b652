import type { SqlValue } from '../table';

/** A function that Osquery adds to SQLite's. */
export interface SqlFunction {
  readonly name: string;
  /** Numbers of arguments it takes. */
  readonly arities: readonly number[];
  /** Called with every argument as text, and only where none is NULL: else the result is NULL. An error fails the query with its message. */
  run(...values: readonly string[]): SqlValue;
}
