import type { Grade, Sign, Tree } from '../detection';
import { shorten } from './shorten';
import { toCommandLine } from './to_reason';

/** What they say is of other trees, or of none. */
const OF_NO_COMMAND: ReadonlySet<Sign['id']> = new Set(['neighbours_by_hand', 'unknown_command']);
const LONGEST_COMMAND = 1000;

/**
 * What an attacker ran, of a tree whose root does not say it: the root is a CGI script, say, and the command line of `perl
 * /cgi-bin/upload.pl` is the application's own. Undefined where something speaks against the root itself.
 */
export const toTellingCommand = (tree: Tree, { signs }: Grade): string | undefined => {
  const telling = signs.filter(({ id, weight }) => weight > 0 && !OF_NO_COMMAND.has(id));
  const findStart = ({ eventId, eventIndex }: Sign) =>
    tree.starts.find(({ event }) => event.id === eventId && event.index === eventIndex);
  if (telling.some((sign) => findStart(sign) === tree.root)) return undefined;
  const start = telling.map(findStart).find((found) => found !== undefined);
  const command = start && toCommandLine(start.event.source);
  return command === undefined ? undefined : shorten(command, LONGEST_COMMAND);
};
