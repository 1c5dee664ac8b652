import createCache, { type EmotionCache } from '@emotion/cache';

let cache: EmotionCache | undefined;

/**
 * Where Emotion keeps the styles of EUI's components, for all React trees of the page. EUI's own one gives each rule an element of
 * its own, hundreds for one alert, and the browser looks through the page anew for each; this one puts them into one sheet.
 */
export const getStyleCache = (): EmotionCache => (cache ??= createCache({ key: 'web-server-rce' }));
