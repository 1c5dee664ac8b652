import type { TableRow } from '../table';

/** What the tables of one machine held at one moment. Survives JSON. */
export interface TableRecording {
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /** Rows by the table's name; a table that is not here was not recorded. */
  readonly tables: Readonly<Record<string, readonly TableRow[]>>;
}
