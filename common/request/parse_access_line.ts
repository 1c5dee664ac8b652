import { findDocumentRequest } from './find_document_request';
import { parseAccessTime } from './parse_access_time';
import type { WebRequest } from './web_request';
import { withoutAbsent } from './without_absent';

/** No server logs longer lines by default (request line 8 KiB, referrer and agent 8 KiB each in most). */
const LONGEST_LINE = 64 * 1024;

/**
 * One line of an access log: the Common and Combined Log Formats (nginx, Apache, Tomcat, lighttpd, each with what they add
 * behind), with or without the virtual host in front, and JSON (Caddy, nginx, Traefik, ECS).
 * @returns undefined for a line that is none of these
 */
export const parseAccessLine = (line: string): WebRequest | undefined => {
  if (line.length > LONGEST_LINE) return undefined;
  return line.trimStart().startsWith('{') ? fromJson(line) : fromCommonLog(line);
};

const fromJson = (line: string): WebRequest | undefined => {
  try {
    return findDocumentRequest(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const fromCommonLog = (line: string): WebRequest | undefined => {
  const open = line.indexOf(' [');
  const close = line.indexOf('] "', open);
  if (open < 0 || close < 0) return undefined;
  const time = parseAccessTime(line.slice(open + 2, close));
  const client = toClient(line.slice(0, open).split(' '));
  const request = readQuoted(line, close + 2);
  if (!time || !client || !request) return undefined;

  const [, status, bytes, rest = ''] =
    /^ (\d{3}|-) (\d+|-)(.*)$/s.exec(line.slice(request.end)) ?? [];
  const referrer = readQuoted(rest, 1);
  const agent = referrer && readQuoted(rest, referrer.end + 1);
  const forwarded = agent && readQuoted(rest, agent.end + 1);
  return {
    ...time,
    ...client,
    ...toRequestLine(request.text),
    ...withoutAbsent({
      status: toNumber(status),
      bytes: toNumber(bytes),
      referrer: toText(referrer?.text),
      userAgent: toText(agent?.text),
      forwardedFor: toAddresses(forwarded?.text),
    }),
  };
};

/** `[site:port] address identity user`; a user's name may hold blanks. */
const toClient = (words: string[]): Pick<WebRequest, 'address' | 'site' | 'user'> | undefined => {
  const hasSite = words.length > 3 && /^[\w.-]+:\d{1,5}$/.test(words[0] ?? '');
  const site = hasSite ? words.shift()?.replace(/:\d+$/, '') : undefined;
  const [address, , ...user] = words;
  if (!address || user.length === 0) return undefined;
  return { address, ...withoutAbsent({ site, user: toText(user.join(' ')) }) };
};

/** `METHOD target HTTP/1.1`; what a scanner sends instead is kept whole as the target. */
const toRequestLine = (text: string): Pick<WebRequest, 'method' | 'target'> => {
  const match = /^([A-Z]{3,16}) (.*?)(?: HTTP\/\d(?:\.\d)?)?$/s.exec(text);
  return match ? { method: match[1] ?? '', target: match[2] ?? '' } : { target: text };
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', v: '\v' };

/** The quoted text that begins at `start`, without the escapes servers put in (`\"`, `\x22`, `\\`). */
const readQuoted = (line: string, start: number): { text: string; end: number } | undefined => {
  if (line[start] !== '"') return undefined;
  let end = start + 1;
  while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1;
  if (end >= line.length) return undefined;
  const text = line
    .slice(start + 1, end)
    .replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/gs, (_whole, hex: string | undefined, one: string) =>
      hex === undefined ? (ESCAPES[one] ?? one) : String.fromCharCode(parseInt(hex, 16))
    );
  return { text, end: end + 1 };
};

const toText = (text: string | undefined): string | undefined =>
  text === undefined || text === '-' || text === '' ? undefined : text;
const toNumber = (text: string | undefined): number | undefined =>
  text === undefined || text === '-' ? undefined : Number(text);
/** A third quoted text is `X-Forwarded-For` where it holds addresses, as in nginx's usual format. */
const toAddresses = (text: string | undefined): string | undefined =>
  text !== undefined && /^[0-9A-Fa-f.:, ]{3,500}$/.test(text) ? text : undefined;
