import { createEventRecords, type EventRecords } from './event_records';
import { openDatabase } from './open_database';

/** The events of a store that this process has open already: for a thread of their own. */
export const openEventRecords = (
  directory: string,
  warn: (sentence: string) => void
): { readonly events: EventRecords; close(): Promise<void> } => {
  const database = openDatabase(directory);
  return {
    events: createEventRecords(database, warn),
    async close() {
      await database.root.close();
    },
  };
};
