import { i18n } from '@kbn/i18n';

/** A span as one reads it: 0.4 s, 12 s, 3 min. */
export const toSecondsText = (ms: number): string => {
  const seconds = ms / 1000;
  if (seconds >= 60) {
    return i18n.translate('webServerRce.span.minutes', {
      defaultMessage: '{minutes, number} min',
      values: { minutes: Math.round(seconds / 60) },
    });
  }
  return i18n.translate('webServerRce.span.seconds', {
    defaultMessage: '{seconds, number} s',
    values: { seconds: seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds) },
  });
};
