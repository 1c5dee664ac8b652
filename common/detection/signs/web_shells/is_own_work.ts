import { toOperands } from '../../reading/command_facts';
import { isGrammarCheck } from '../../reading/is_grammar_check';
import { isRunByOwnScript } from '../../reading/is_run_by_own_script';
import { isGivenLine } from '../../reading/pipes/is_given_line';
import { isSubstituted } from '../../reading/pipes/is_substituted';
import type { SeenCommand } from '../../reading/tree_reading';
import { isDownloader } from '../download_signs';
import { LOOKUPS, weighLookup } from '../lookups/lookups';
import { isAnswer } from './is_answer';

/** What follows a page's own command belongs to it: it tells what became of it, goes on with what it gave, or tidies up. */
export const isOwnWork = (command: SeenCommand, first: SeenCommand): boolean =>
  isTold(command) ||
  (command.isPipedFrom && isFed(command, first)) ||
  (isPrinted(command, first) && (isDownloader(command) || isValue(command))) ||
  isGrammarCheck(command) ||
  isInGroup(command, first) ||
  isTidiedUp(command, first);

/** `&& echo up`: what became of the page's own command. */
const isTold = ({ program, args }: SeenCommand): boolean =>
  program === 'echo' && (args.join(' ') === '$?' || isAnswer(args.join(' ')));

const isFed = (command: SeenCommand, first: SeenCommand): boolean =>
  /^(?:head|tail|grep|awk|sed|cut|sort|wc|cat|tr)$/.test(command.program) ||
  isRunByOwnScript(command) ||
  isGivenLine(command) ||
  // What is picked from a list and handed on belongs to the one who made the list.
  (command.wrappers.includes('xargs') && command.program === 'rm') ||
  /^(?:echo|cat|printf)$/.test(first.program);

/** `(echo Subject; cat a.txt) | sendmail -t`: both write into one pipe. */
const isInGroup = ({ pipeline, stage }: SeenCommand, first: SeenCommand): boolean =>
  pipeline === first.pipeline && stage === first.stage;

/** `cat *.part > a.mp4 && rm -f *.part`: what was made something of goes, unless it can be read no more. */
const isTidiedUp = (command: SeenCommand, first: SeenCommand): boolean =>
  command.program === 'rm' &&
  first.program !== 'openssl' &&
  toOperands(command).every((path) => first.args.includes(path));

/** `echo "v$(curl …)"`: what was fetched or asked is printed or kept, and goes to no other program. */
const isPrinted = (command: SeenCommand, by: SeenCommand): boolean =>
  by.program === 'echo' && !by.isPipedInto && isSubstituted(command);

/** `echo "$(hostname) ok"`: one value in a text, no more than the question says by itself. */
const isValue = (command: SeenCommand): boolean =>
  LOOKUPS.has(command.program) && weighLookup(command) < 50;
