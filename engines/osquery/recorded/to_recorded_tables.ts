import type { TableDefinition, TableRow } from '../table';
import { ALL_TABLES } from '../tables/all_tables';
import type { TableRecording } from './table_recording';

/** Columns that hold Unix seconds. */
const TIME_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  processes: ['start_time'],
  file: ['atime', 'mtime', 'ctime', 'btime'],
  last: ['time'],
  logged_in_users: ['time'],
  shell_history: ['time'],
  time: ['unix_time'],
};

/**
 * The tables of a recording, with its times moved. A table that was not recorded is there too: a query of it fails and
 * says so, because no rows would mean that there was nothing.
 * @param timeShift milliseconds
 */
export const toRecordedTables = (
  { tables }: TableRecording,
  timeShift: number
): readonly TableDefinition[] =>
  ALL_TABLES.map((table) => {
    const rows = tables[table.name];
    const columns = TIME_COLUMNS[table.name] ?? [];
    return {
      ...table,
      generate: () => {
        if (rows === undefined) {
          throw new Error(
            `Table ${table.name} is not part of this recording. It has: ${Object.keys(tables).join(', ')}.`
          );
        }
        return rows.map((row) => moveTimes(row, columns, Math.round(timeShift / 1000)));
      },
    };
  });

const moveTimes = (row: TableRow, columns: readonly string[], seconds: number): TableRow => ({
  ...row,
  ...Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      // 0 and less mean that the time is not known.
      return typeof value === 'number' && value > 0 ? [[column, value + seconds]] : [];
    })
  ),
});
