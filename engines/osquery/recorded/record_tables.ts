import { createMachine, type MachineRoots } from '../../machine';
import type { SqlValue, TableDefinition, TableRow, TableScope } from '../table';
import { ALL_TABLES } from '../tables/all_tables';
import type { TableRecording } from './table_recording';

export interface TableRecordingRequest {
  /** Where the machine's tree lies. */
  readonly roots: Partial<MachineRoots>;
  readonly tableNames: readonly string[];
  /** LIKE patterns of the files that tables of files are asked for, e.g. `/var/www/%%`. */
  readonly files: readonly string[];
}

/** Reads whole tables of a machine, as `createRecordedOsquery` answers from them. */
export const recordTables = ({
  roots,
  tableNames,
  files,
}: TableRecordingRequest): TableRecording => {
  const machine = createMachine(roots);
  const readRows = (table: TableDefinition): TableRow[] =>
    toScopes(table, files).flatMap((scope) => [...table.generate(machine, scope)].map(toJsonRow));
  const wanted = ALL_TABLES.filter(({ name }) => tableNames.includes(name));
  return {
    takenAt: Date.now(),
    tables: Object.fromEntries(wanted.map((table) => [table.name, readRows(table)])),
  };
};

/** One scan of the whole table, or one for each pattern where the table can't be listed whole. */
const toScopes = ({ columns }: TableDefinition, files: readonly string[]): TableScope[] => {
  const scope: TableScope = {
    equals: () => undefined,
    like: () => undefined,
    uses: () => true,
  };
  return columns.some(({ required }) => required)
    ? files.map((file) => ({
        ...scope,
        like: (column) => (column === 'path' ? [file] : undefined),
      }))
    : [scope];
};

const toJsonRow = (row: TableRow): TableRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toJsonValue(value)]));

/** JSON has no integers past 2^53; those stay text. */
const toJsonValue = (value: SqlValue | undefined): SqlValue | undefined => {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
};
