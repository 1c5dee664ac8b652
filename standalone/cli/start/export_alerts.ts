import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { i18n } from '@kbn/i18n';
import { openStore } from '../../store/open_store';
import { print } from './print';

/** Writes every alert to a file, one document of Kibana's alerts index a line, oldest event first. */
export const exportAlerts = async ({
  dataDirectory,
  file,
}: {
  dataDirectory: string;
  file: string;
}): Promise<void> => {
  const store = await openStore(dataDirectory);
  let count = 0;
  const toLines = function* (): Iterable<string> {
    for (const document of store.alerts.documents()) {
      count += 1;
      yield `${JSON.stringify(document)}\n`;
    }
  };
  try {
    await pipeline(toLines(), createWriteStream(file, { mode: 0o600 }));
  } finally {
    await store.close();
  }
  print(
    i18n.translate('webServerRce.standalone.export.done', {
      defaultMessage: '{count, plural, one {# alert} other {# alerts}} written to {file}',
      values: { count, file },
    })
  );
};
