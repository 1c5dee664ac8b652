import { i18n } from '@kbn/i18n';

/** Time since the first command, as exact as it helps: attackers' scripts act within milliseconds, people within minutes. */
export const toElapsedText = (ms: number): string => {
  const seconds = ms / 1000;
  if (seconds < 60) {
    return i18n.translate('webServerRce.story.elapsedSeconds', {
      defaultMessage: '+{seconds} s',
      values: { seconds: seconds.toFixed(seconds < 10 ? 2 : 1) },
    });
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return i18n.translate('webServerRce.story.elapsedMinutes', {
      defaultMessage: '+{minutes} min {seconds} s',
      values: { minutes, seconds: Math.floor(seconds % 60) },
    });
  }
  return i18n.translate('webServerRce.story.elapsedHours', {
    defaultMessage: '+{hours} h {minutes} min',
    values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
  });
};
