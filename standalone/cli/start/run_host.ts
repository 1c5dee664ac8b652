import { i18n } from '@kbn/i18n';
import { CODE_LIFETIME_MS } from '../../access/access_code';
import { getPage } from '../../../scripts/bundle/get_page';
import { createHost } from '../../create_host';
import { summarizeStore } from '../../local/summarize_store';
import { createLogger } from '../../log/create_logger';
import { checkInputs } from './check_inputs';
import type { StartOptions } from './to_start_run';
import { print } from './print';

/** Starts the host, says where it is, and stops it when asked to. */
export const runHost = async (options: StartOptions): Promise<void> => {
  const now = (): Date => new Date();
  const logger = createLogger({
    write: (line) => void process.stderr.write(`${line}\n`),
    now,
  });
  await checkInputs(options);
  const host = await createHost({ ...options, now, logger });
  try {
    const { createLink } = await host.listen(() => getPage(sayBundling));
    print(
      i18n.translate('webServerRce.standalone.start.ready', {
        defaultMessage:
          'Ready: {link}\nThis link works once, for {minutes} minutes. For another browser, or later: npm start -- --link',
        values: { link: createLink(), minutes: CODE_LIFETIME_MS / 60_000 },
      })
    );
    let isSummarized = false;
    const summarize = async (): Promise<void> => {
      if (isSummarized) return;
      isSummarized = true;
      for (const line of await summarizeStore(host.store)) logger.info(line);
    };
    const stop = toldToStop();
    const ended = host.idle().then(summarize);
    // An input that can't be read ends the host; one that is at its end does not.
    await Promise.race([stop, ended.then(() => stop)]);
    await summarize();
  } finally {
    await host.stop();
  }
};

const sayBundling = (): void =>
  print(
    i18n.translate('webServerRce.standalone.start.bundling', {
      defaultMessage: 'Bundling the browser app, needed once…',
    })
  );

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
