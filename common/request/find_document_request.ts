import { getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import { parseAccessTime } from './parse_access_time';
import type { WebRequest } from './web_request';
import { withoutAbsent } from './without_absent';

/**
 * Where documents of access logs hold what, the first that is there counts: ECS as Elastic's nginx and apache integrations
 * write it, Caddy, Traefik, and the names people give nginx's variables in a JSON `log_format`.
 */
const PLACES = {
  time: [
    '@timestamp',
    'ts',
    'time',
    'timestamp',
    'time_iso8601',
    'time_local',
    'msec',
    'StartUTC',
    'StartLocal',
  ],
  address: [
    'source.address',
    'source.ip',
    'client.ip',
    'request.client_ip',
    'request.remote_ip',
    'request.remote_addr',
    'remote_addr',
    'remote_ip',
    'remoteAddr',
    'client_ip',
    'ClientHost',
    'ClientAddr',
  ],
  forwardedFor: [
    'network.forwarded_ip',
    'http_x_forwarded_for',
    'x_forwarded_for',
    'request.headers.X-Forwarded-For',
  ],
  method: ['http.request.method', 'request.method', 'request_method', 'method', 'RequestMethod'],
  target: ['url.original', 'request.uri', 'request_uri', 'uri', 'RequestPath', 'path'],
  path: ['url.path'],
  query: ['url.query', 'query_string'],
  line: ['request'],
  site: ['url.domain', 'request.host', 'http_host', 'host', 'server_name', 'RequestHost'],
  user: ['user.name', 'user_id', 'remote_user', 'ClientUsername'],
  status: ['http.response.status_code', 'status', 'DownstreamStatus'],
  bytes: [
    'http.response.body.bytes',
    'size',
    'body_bytes_sent',
    'bytes_sent',
    'DownstreamContentSize',
  ],
  referrer: [
    'http.request.referrer',
    'request.headers.Referer',
    'http_referer',
    'referer',
    'referrer',
  ],
  userAgent: [
    'user_agent.original',
    'request.headers.User-Agent',
    'http_user_agent',
    'user_agent',
    'agent',
  ],
  seconds: ['duration', 'request_time'],
  nanoseconds: ['event.duration', 'Duration'],
} as const;
type Part = keyof typeof PLACES;

/**
 * The request that a document of an access log tells of.
 * @returns undefined where it names no time, no address or nothing that was asked for
 */
export const findDocumentRequest = (document: unknown): WebRequest | undefined => {
  if (!isSource(document)) return undefined;
  const text = (part: Part): string | undefined => findOne(document, part, 'string');
  const number = (part: Part): number | undefined =>
    findOne(document, part, 'number') ?? toNumber(text(part));

  const times = PLACES.time.flatMap((place) => getValues(document, place)).map(parseAccessTime);
  const time = times.find((found) => found !== undefined);
  const address = text('address');
  const asked = findTarget(text);
  if (!time || address === undefined || !asked) return undefined;
  const duration = findDuration(number);
  const optional = {
    method: text('method') ?? asked.method,
    forwardedFor: text('forwardedFor'),
    site: text('site'),
    user: text('user'),
    status: number('status'),
    bytes: number('bytes'),
    referrer: text('referrer'),
    userAgent: text('userAgent'),
    duration,
  };
  return { ...time, address, target: asked.target, ...withoutAbsent(optional) };
};

const isSource = (value: unknown): value is EventSource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const findOne = <Kind extends 'string' | 'number'>(
  document: EventSource,
  part: Part,
  kind: Kind
): (Kind extends 'string' ? string : number) | undefined => {
  for (const place of PLACES[part]) {
    const found = getValues(document, place).find(
      (value): value is Kind extends 'string' ? string : number =>
        typeof value === kind && value !== '' && value !== '-'
    );
    if (found !== undefined) return found;
  }
  return undefined;
};

const toNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;

/** The address asked for; nginx's `$request` holds it between method and protocol. */
const findTarget = (
  text: (part: Part) => string | undefined
): { readonly target: string; readonly method?: string } | undefined => {
  const target = text('target');
  if (target !== undefined) return { target };
  const path = text('path');
  const query = text('query');
  if (path !== undefined) return { target: query === undefined ? path : `${path}?${query}` };
  const line = /^([A-Z]{3,16}) (\S+)/.exec(text('line') ?? '');
  return line ? { method: line[1] ?? '', target: line[2] ?? '' } : undefined;
};

const findDuration = (number: (part: Part) => number | undefined): number | undefined => {
  const seconds = number('seconds');
  const nanoseconds = number('nanoseconds');
  if (seconds !== undefined) return seconds * 1000;
  return nanoseconds === undefined ? undefined : nanoseconds / 1e6;
};
