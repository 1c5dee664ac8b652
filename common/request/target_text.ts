import { onceFor } from '../event/once_for';
import type { WebRequest } from './web_request';

const MOST_DECODINGS = 3;

/** Blanks are typed as `+`, `%20`, `${IFS}` or twice: they count for nothing where texts are compared. */
export const toComparable = (text: string): string => text.replace(/\s+/g, '');

/**
 * What the parts of a request that may hold a command, and that logs keep, may have meant to the server, comparable: as they were sent,
 * and decoded as often as they were encoded.
 */
export const listReadings = onceFor(
  ({ target, userAgent, referrer }: WebRequest): readonly string[] =>
    [findParameters(target), userAgent, referrer].flatMap((part) =>
      part === undefined ? [] : toReadings(part)
    )
);

/**
 * Values of parameters that a shell would take for more than a word, comparable: one that stands whole in a command was put there by
 * its request. Of `host=127.0.0.1%3Bid` that is `127.0.0.1;id`.
 */
export const listInjections = onceFor(({ target }: WebRequest): readonly string[] =>
  (findParameters(target) ?? '')
    .split('&')
    .flatMap((parameter) => toReadings(parameter.slice(parameter.indexOf('=') + 1)))
    .filter((value) => /[;|&`$<>()]/.test(value) && /\w\w/.test(value))
);

const findParameters = (target: string): string | undefined =>
  target.includes('?') ? target.slice(target.indexOf('?') + 1) : undefined;

const toReadings = (part: string): readonly string[] => {
  const readings: string[] = [];
  let text = part.replaceAll('+', ' ');
  for (let decodings = 0; decodings <= MOST_DECODINGS; decodings += 1) {
    readings.push(toComparable(text));
    const decoded = decode(text);
    if (decoded === text) break;
    text = decoded;
  }
  return readings;
};

/** The path asked for, decoded once. */
export const toTargetPath = onceFor(({ target }: WebRequest): string =>
  decode(target.split('?', 1)[0] ?? '')
);

/** Percent signs that encode nothing stay as they are. */
const decode = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch (error) {
      if (error instanceof URIError) return run;
      throw error;
    }
  });
