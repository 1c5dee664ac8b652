import type { Nfa } from './nfa';
import { parseRegex } from './parse_regex';
import type { RegexProblem } from './regex_node';
import { toNfa } from './to_nfa';

/** Reads a regular expression of Lucene and builds its machine. */
export const toMachine = (pattern: string, ignoreCase: boolean): Nfa | RegexProblem => {
  const node = parseRegex(pattern, ignoreCase);
  if ('problem' in node) return node;
  return toNfa(node) ?? { problem: 'regex_too_complex', offset: 0 };
};
