import { createSqliteOsquery } from '../create_sqlite_osquery';
import type { LocalOsquery } from '../local_osquery';
import { ALL_TABLES } from '../tables/all_tables';
import type { TableRecording } from './table_recording';

export interface RecordedMachine {
  readonly recording: TableRecording;
  /** How far its times are moved, milliseconds. */
  readonly timeShift: number;
}

/**
 * Osquery of a machine as it was at the moment of a recording: any SELECT over the tables that were recorded.
 * @param load reads the recording; asked once, by the first query
 */
export const createRecordedOsquery = (load: () => Promise<RecordedMachine>): LocalOsquery => {
  let opened: Promise<LocalOsquery> | undefined;
  const open = async (): Promise<LocalOsquery> =>
    createSqliteOsquery({ roots: {}, recorded: await load() });
  return {
    engine: 'sqlite',
    run: async (sql, options) => {
      try {
        return await (await (opened ??= open())).run(sql, options);
      } catch (error) {
        opened = undefined;
        return { kind: 'failed', message: `The recording can't be read: ${String(error)}` };
      }
    },
    tables: () => ALL_TABLES,
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
};
