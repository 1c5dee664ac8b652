import type { Sign } from './sign';

/** What they say is of other trees, or of none. */
const OF_NO_COMMAND: ReadonlySet<Sign['id']> = new Set(['neighbours_by_hand', 'unknown_command']);

/**
 * The sign that says what an attacker ran, of a tree whose root does not say it: the root is a CGI script, say, and `perl
 * /cgi-bin/upload.pl` is the application's own command. Undefined where something speaks against the root itself, or against nothing.
 * @param signs of the tree, gravest first
 */
export const findTellingSign = (signs: readonly Sign[], rootEventId: string): Sign | undefined => {
  const telling = signs.filter(({ id, weight }) => weight > 0 && !OF_NO_COMMAND.has(id));
  return telling.some(({ eventId }) => eventId === rootEventId) ? undefined : telling[0];
};
