import type { Server, ServerRoute } from '@hapi/hapi';

interface BrowserFiles {
  /** Directory with `index.html`, the bundle and its chunks. */
  readonly bundle: string;
  readonly translations: string;
}

const ONE_YEAR = 'public, max-age=31536000, immutable';
/** Kept, but asked for again each time: the name does not change with the content. */
const REVALIDATE = 'no-cache';

/** Serves, to whoever asks, the page under every address of the app, and what the page loads. */
export const serveBrowser = (server: Server, { bundle, translations }: BrowserFiles): void => {
  const page = { file: { path: 'index.html', confine: bundle } };
  const options = { cache: false as const, auth: false as const };
  server.route([
    { method: 'get', path: '/', handler: page, options },
    { method: 'get', path: '/app/{path*}', handler: page, options },
    serveDirectory('/assets/chunks', `${bundle}/chunks`, ONE_YEAR),
    serveDirectory('/assets', bundle, REVALIDATE),
    serveDirectory('/translations', translations, REVALIDATE),
  ]);
};

const serveDirectory = (prefix: string, directory: string, cacheControl: string): ServerRoute => ({
  method: 'get',
  path: `${prefix}/{path*}`,
  handler: { directory: { path: directory, index: false, listing: false } },
  options: {
    cache: false,
    auth: false,
    ext: {
      onPreResponse: {
        method: (request, h) => {
          const { response } = request;
          if (!('isBoom' in response)) response.header('cache-control', cacheControl);
          return h.continue;
        },
      },
    },
  },
});
