import { findTellingSign, type Grade, type Tree } from '../detection';
import { shorten } from './shorten';
import { toCommandLine } from './to_reason';

const LONGEST_COMMAND = 1000;

/** What an attacker ran, where the command line of the tree's root does not say it. */
export const toTellingCommand = (tree: Tree, { signs }: Grade): string | undefined => {
  const sign = findTellingSign(signs, tree.root.event.id);
  const start = tree.starts.find(({ event }) => event.id === sign?.eventId);
  const command = start && toCommandLine(start.event.source);
  return command === undefined ? undefined : shorten(command, LONGEST_COMMAND);
};
