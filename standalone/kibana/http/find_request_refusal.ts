import type { IncomingHttpHeaders } from 'node:http';

/** What of a request decides whether it may pass; header values as sent. */
export interface RequestFacts {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RequestRefusal {
  readonly statusCode: 400 | 403;
  readonly reason: 'foreign_host' | 'foreign_origin' | 'cross_site' | 'missing_xsrf_header';
}

const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];
/** What a page of ours sends, and what a browser sends for an address that was typed or bookmarked. */
const OWN_SITES = new Set(['same-origin', 'none']);
const READING = new Set(['get', 'head', 'options']);

/**
 * Why a request may not pass, or undefined. Any web page can make this machine's browser send requests to this port,
 * also under a host name of its own that resolves to 127.0.0.1 (DNS rebinding), so every request must name us and come from us.
 * A link to a page of ours may be followed from anywhere: it changes nothing, and the other site can't read it.
 */
export const findRequestRefusal = (
  { method, path, headers }: RequestFacts,
  port: number
): RequestRefusal | undefined => {
  const own = HOSTS.map((host) => `${host}:${port}`);
  const host = headers['host'];
  if (typeof host !== 'string' || !own.includes(host.toLowerCase())) {
    return { statusCode: 403, reason: 'foreign_host' };
  }
  const origin = headers['origin'];
  if (origin !== undefined && !own.some((name) => origin === `http://${name}`)) {
    return { statusCode: 403, reason: 'foreign_origin' };
  }
  const isReading = READING.has(method.toLowerCase());
  const site = headers['sec-fetch-site'];
  const isFollowedLink = isReading && headers['sec-fetch-mode'] === 'navigate' && isPage(path);
  if (site !== undefined && !OWN_SITES.has(String(site)) && !isFollowedLink) {
    return { statusCode: 403, reason: 'cross_site' };
  }
  if (!isReading && headers['kbn-xsrf'] === undefined) {
    return { statusCode: 400, reason: 'missing_xsrf_header' };
  }
  return undefined;
};

const isPage = (path: string): boolean => path === '/' || path.startsWith('/app/');
