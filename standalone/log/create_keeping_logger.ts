import type { Logger } from '@kbn/core/server';

/** So many sentences are shown; older ones are in the log. */
const MOST_KEPT = 5;

/** A logger that also keeps what it warned of, for the page. */
export const createKeepingLogger = (
  logger: Logger
): { readonly logger: Logger; readonly list: () => readonly string[] } => {
  let kept: string[] = [];
  const keep = (message: string): void => {
    kept = [...kept.filter((other) => other !== message), message].slice(-MOST_KEPT);
  };
  return {
    logger: {
      debug: (message) => logger.debug(message),
      info: (message) => logger.info(message),
      warn: (message) => {
        keep(message);
        logger.warn(message);
      },
      error: (message) => {
        keep(message);
        logger.error(message);
      },
      get: (...names) => logger.get(...names),
    },
    list: () => kept,
  };
};
