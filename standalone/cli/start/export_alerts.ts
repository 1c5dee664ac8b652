import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { i18n } from '@kbn/i18n';
import { escapeControls } from '../../../engines/terminal';
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
  // A damaged store has no alerts to write: that must not look like none were raised.
  const store = await openStore(dataDirectory, (sentence) => {
    process.stderr.write(`${escapeControls(sentence)}\n`);
  });
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
