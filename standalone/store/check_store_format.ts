import { i18n } from '@kbn/i18n';
import type { Database } from 'lmdb';

const KEY = 'format';
/** Counts up whenever a store is written that earlier versions would misread. Those without a number are read as they are. */
const FORMAT = 1;

/**
 * Notes the format in a store that has none yet.
 * @throws Error with a sentence where a later version wrote the store
 */
export const checkStoreFormat = (settings: Database<unknown, string>, directory: string): void => {
  const format = settings.get(KEY);
  if (format === undefined) {
    settings.putSync(KEY, FORMAT);
    return;
  }
  if (format !== FORMAT) throw new Error(toUnknown(directory, String(format)));
};

const toUnknown = (directory: string, format: string): string =>
  i18n.translate('webServerRce.standalone.store.unknownFormat', {
    defaultMessage:
      'The store in {directory} has format {format}; this version reads format {known}. Start the version that wrote it, or give this one a directory of its own with --data DIR.',
    values: { directory, format, known: String(FORMAT) },
  });
