import {
  isInjected,
  isUnderWay,
  rankRequests,
  type RankedRequest,
  type SoughtExec,
} from './rank_requests';
import { listReadings, toComparable, toTargetPath } from './target_text';
import type { WebRequest } from './web_request';

/**
 * So long after a program started its request is in the log, if it ever will be: nginx and Apache give up on what answers nothing for
 * a minute, and log that.
 */
export const LOGGED_WITHIN_MS = 60_000;
/** The longest that a log's time stands before the moment it means: to the second is the least that logs say. */
export const LOGGED_BEFORE_MS = 1000;

/**
 * The request that started a program, where that is beyond doubt: it holds the command, or it was under way and its script is the
 * program or lies in its directory, and nobody at another address sent such a one. A wrong address is worse than none.
 * @param requests all that were logged from just before the program started until `LOGGED_WITHIN_MS` after; others are left out
 */
export const findCertainRequest = (
  exec: SoughtExec,
  requests: readonly WebRequest[]
): WebRequest | undefined => {
  const near = requests.filter(
    ({ address, time, precision }) =>
      !isLoopback(address) &&
      time >= exec.time - Math.min(precision, LOGGED_BEFORE_MS) &&
      time <= exec.time + LOGGED_WITHIN_MS
  );
  const commands = exec.texts.filter(isTelling).map(toComparable);
  const ofCommand = near.filter(
    (request) => holdsWhole(request, commands) || isInjected(request, commands)
  );
  const [first, ...others] =
    ofCommand.length > 0
      ? rankRequests(exec, ofCommand)
      : rankRequests(
          exec,
          near.filter((request) => isUnderWay(request, exec))
        ).filter(isOfScript);
  const isOneAddress = others.every(({ request }) => request.address === first?.request.address);
  return isOneAddress ? first?.request : undefined;
};

/** A proxy on the machine itself: what its client sent it has logged too, if anything has. */
const isLoopback = (address: string): boolean => /^(?:(?:::ffff:)?127\.|::1$)/i.test(address);

/** One word, such as `id`, stands in requests of others too. */
const isTelling = (text: string): boolean => !/^[\w.-]*$/.test(text.trim());

/** Not as part of longer words: `ls -la` is not in `details-latest`. */
const holdsWhole = (request: WebRequest, commands: readonly string[]): boolean =>
  listReadings(request).some((reading) => commands.some((command) => isWholeIn(reading, command)));

const isWholeIn = (reading: string, command: string): boolean => {
  for (let at = reading.indexOf(command); at >= 0; at = reading.indexOf(command, at + 1)) {
    if (!isWordPart(reading[at - 1]) && !isWordPart(reading[at + command.length])) return true;
  }
  return false;
};

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /\w/.test(character);

/** What serves a picture of the same directory starts nothing. */
const isOfScript = ({ request, clues }: RankedRequest): boolean =>
  clues.includes('script') || (clues.includes('directory') && SCRIPT.test(toTargetPath(request)));

const SCRIPT = /\.(?:php\d?|phtml|phar|cgi|pl|py|rb|sh)$/i;
