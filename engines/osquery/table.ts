import type { Machine } from '../machine';

export type SqlType = 'TEXT' | 'INTEGER' | 'BIGINT' | 'DOUBLE';

export interface TableColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly description: string;
  /** Left out of `SELECT *`. */
  readonly hidden?: true;
  /** The generator reads less where the query fixes this column by `=` or `IN`. */
  readonly index?: true;
  /** The generator also reads less for a LIKE pattern on this column. */
  readonly like?: true;
  /** The table can't be listed whole: a query must fix one of the columns marked so. */
  readonly required?: true;
  readonly collate?: 'nocase' | 'version';
}

/** What SQLite can hold; a column left out of a row is NULL. */
export type SqlValue = string | number | bigint | null;
export type TableRow = Readonly<Record<string, SqlValue | undefined>>;

/** What one use of a table in a query asks for, so that the generator reads no more than that. */
export interface TableScope {
  /** The values (as text) of which the column must equal one; undefined where the query leaves it open. */
  equals(column: string): readonly string[] | undefined;
  /** LIKE patterns the column must match, every one; undefined where there is none. */
  like(column: string): readonly string[] | undefined;
  /** Whether the query reads the column at all. */
  uses(column: string): boolean;
}

/** One table: its columns as Osquery 5 has them on Linux, and the rows. */
export interface TableDefinition {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly TableColumn[];
  /** What a scan narrowed by an index column costs where listing everything costs 1000; 1 if left out. */
  readonly narrowedCost?: number;
  /**
   * Rows, lazily: a LIMIT stops the reading. May yield more than the scope asks, SQLite checks again.
   * Never throws for what can't be read: a row then holds what is known.
   */
  generate(machine: Machine, scope: TableScope): Iterable<TableRow>;
}
