import { toCalledName } from './place';
import type { SeenCommand } from './tree_reading';

/**
 * A line of a script file that a shell runs, of which only the program shows: what it is piped into and where its answer goes
 * stands in the file. Status pages written so ask a lot.
 */
export const isInShellScript = ({ isStart, in: { start, place } }: SeenCommand): boolean =>
  isStart &&
  place === 'script' &&
  /^(?:ba|da|z|k|a)?sh$/.test(toCalledName(start.parent)) &&
  !start.parent.args.slice(0, 3).some((arg) => /^-\w*c$/.test(arg));
