import type { Grade, Sign, Tree } from '../detection';
import { shorten } from './shorten';
import { toCommandLine } from './to_reason';

/** What they say is of other trees, or of none. */
const OF_NO_COMMAND: ReadonlySet<Sign['id']> = new Set(['neighbours_by_hand', 'unknown_command']);
const LONGEST_COMMAND = 1000;

/**
 * What an attacker ran, of a tree whose root does not say it: the root is a CGI script, say, and `perl /cgi-bin/upload.pl` is the
 * application's own command. Undefined where something speaks against the root itself, or against nothing.
 */
export const toTellingCommand = (tree: Tree, { signs }: Grade): string | undefined => {
  const telling = signs.filter(({ id, weight }) => weight > 0 && !OF_NO_COMMAND.has(id));
  if (telling.some(({ eventId }) => eventId === tree.root.event.id)) return undefined;
  const start = tree.starts.find(({ event }) => event.id === telling[0]?.eventId);
  const command = start && toCommandLine(start.event.source);
  return command === undefined ? undefined : shorten(command, LONGEST_COMMAND);
};
