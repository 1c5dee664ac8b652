import type { Cursor } from './cursor';
import { readRedirection } from './read_redirection';
import { readWord } from './read_word';
import type { SimpleStage, Word, WordPart, WrittenAssignment, WrittenRedirection } from './script';
import { skipShellBlanks } from './skip_shell_blanks';
import { take } from './take';

const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?(\+?)=/;

/** Reads a simple command: assignments, words and redirections in any order up to an operator. */
export const readSimple = (cursor: Cursor): SimpleStage | undefined => {
  const assignments: WrittenAssignment[] = [];
  const words: Word[] = [];
  const redirections: WrittenRedirection[] = [];
  for (;;) {
    skipShellBlanks(cursor);
    const redirection = readRedirection(cursor);
    if (redirection !== undefined) {
      redirections.push(redirection);
      continue;
    }
    const word = readWord(cursor);
    if (word.length === 0) {
      // A backslash and a line's end make an empty word that was none; in `[[ … ]]` signs are words.
      if (isInTest(words) && takeSign(cursor, words)) continue;
      break;
    }
    const assignment = words.length === 0 ? toAssignment(word) : undefined;
    if (assignment !== undefined) assignments.push(assignment);
    else words.push(word);
  }
  if (assignments.length + words.length + redirections.length === 0) return undefined;
  return { kind: 'simple', assignments, words, redirections };
};

const toAssignment = (word: Word): WrittenAssignment | undefined => {
  const [first, ...rest] = word;
  if (first?.kind !== 'literal' || first.quoting !== 'none') return undefined;
  const found = ASSIGNMENT.exec(first.text);
  if (found === null) return undefined;
  const start: WordPart = { ...first, text: first.text.slice(found[0].length) };
  const value = start.text === '' ? rest : [start, ...rest];
  return { name: found[1] ?? '', isAppended: found[2] === '+', value };
};

const isInTest = (words: readonly Word[]): boolean =>
  isLiteral(words[0], '[[') && !isLiteral(words.at(-1), ']]');

const isLiteral = (word: Word | undefined, text: string): boolean =>
  word?.length === 1 && word[0]?.kind === 'literal' && word[0].text === text;

const takeSign = (cursor: Cursor, words: Word[]): boolean => {
  const text = take(cursor, /&&|\|\||[()<>]/y);
  if (text === '') return false;
  words.push([{ kind: 'literal', text, quoting: 'single' }]);
  return true;
};
