import type { ResultTable } from '../result_table';

/** What a host answered when it was asked a query, to compare a later answer to the same query with. */
export interface Look {
  /** When it was asked, epoch milliseconds. */
  readonly at: number;
  readonly table: ResultTable;
  /** It had more rows than were read. */
  readonly isCut: boolean;
}
