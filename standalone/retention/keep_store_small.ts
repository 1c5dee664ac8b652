import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { applyRetention, type Retention } from './apply_retention';
import type { Store } from '../store/open_store';
import { createRetentionHold } from './create_retention_hold';

const INTERVAL_MS = 60_000;

interface Options {
  readonly store: Store;
  readonly retention: Retention;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Applies the retention once a minute until it is stopped. */
export const keepStoreSmall = (options: Options): { stop(): Promise<void> } => {
  let applying: Promise<void> = Promise.resolve();
  let wasTooLarge = false;
  const isHeld = createRetentionHold();
  const apply = async (): Promise<void> => {
    const { store, retention, now, logger } = options;
    const moment = now();
    const hold = isHeld(store.events.listArrivals(), moment);
    const { isTooLarge } = await applyRetention(store, retention, moment, hold);
    if (isTooLarge && !wasTooLarge) logger.warn(toTooLarge());
    wasTooLarge = isTooLarge;
  };
  const timer = setInterval(() => {
    applying = applying.then(apply).catch((error: unknown) => options.logger.error(String(error)));
  }, INTERVAL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await applying;
    },
  };
};

const toTooLarge = (): string =>
  i18n.translate('webServerRce.standalone.retention.tooLarge', {
    defaultMessage:
      'Alerts that are not closed take more space than --keep-size allows, so events are not kept. Close those that are done, which makes room, or raise --keep-size.',
  });
