import { MAX_NESTING, type Cursor } from './cursor';
import { readRedirection } from './read_redirection';
import { readWord } from './read_word';
import type { CompoundStage, ShellList, Word, WrittenRedirection } from './script';
import { skipShellBlanks, skipLines } from './skip_shell_blanks';
import { take } from './take';
import { takeBalanced } from './take_balanced';

type ReadList = (cursor: Cursor) => ShellList;

const OPENING = /(?:if|while|until|for|select|case|\{)(?=[\s;(]|$)|\(/y;
/** `name()` and `function name`. */
const FUNCTION =
  /(?:function\s+[^\s(){}]{1,200}(?:[ \t]*\(\s*\))?|[^\s(){}'"$`\\;&|<>]{1,200}[ \t]*\([ \t]*\))\s*/y;
const COPROCESS = /(?:coproc|time(?:[ \t]+-p)?)[ \t]+(?=\{|\()/y;
/** `((i++))` computes, but `((id))` runs a command in every shell but bash. */
const COMPUTATION = /\((?=[^;'"`()]{0,200}(?:\+\+|--|[-+*/%<>=!]=|[<>=]))[^;'"`()]{0,500}\)\)/y;
const NEXT_PART = /(?:then|elif|else|do)(?=[\s;(]|$)/y;
const CLOSING = /(?:fi|done|esac|\})(?=[\s;&|()<>]|$)|\)/y;

/** Reads `( … )`, `{ … }`, `if`, `for`, `while`, `case` or a function, if one begins here. */
export const readCompound = (cursor: Cursor, readList: ReadList): CompoundStage | undefined => {
  if (cursor.nesting >= MAX_NESTING) return undefined;
  take(cursor, FUNCTION);
  take(cursor, COPROCESS);
  const opening = take(cursor, OPENING);
  if (opening === '') return undefined;
  cursor.nesting++;
  const stage = { ...NOTHING, ...readBody(cursor, opening, readList) };
  cursor.nesting--;
  return { ...stage, redirections: readRedirections(cursor) };
};

const NOTHING: CompoundStage = {
  kind: 'compound',
  isSubshell: false,
  lists: [],
  variable: undefined,
  words: [],
  redirections: [],
};

const readBody = (cursor: Cursor, opening: string, readList: ReadList): Partial<CompoundStage> => {
  switch (opening) {
    case '(':
      return take(cursor, COMPUTATION) !== ''
        ? {}
        : { isSubshell: true, lists: readParts(cursor, readList) };
    case 'for':
    case 'select':
      return readFor(cursor, readList);
    case 'case':
      return readCase(cursor, readList);
    default:
      return { lists: readParts(cursor, readList) };
  }
};

/** Lists with `then`, `elif`, `else` and `do` between them, up to the closing word. */
const readParts = (cursor: Cursor, readList: ReadList): readonly ShellList[] => {
  const lists: ShellList[] = [];
  do lists.push(readList(cursor));
  while (take(cursor, NEXT_PART) !== '');
  if (take(cursor, CLOSING) === '') cursor.isIncomplete = true;
  return lists;
};

const readFor = (cursor: Cursor, readList: ReadList): Partial<CompoundStage> => {
  skipShellBlanks(cursor);
  if (take(cursor, /\(\(/y) !== '') {
    takeBalanced(cursor, ')');
    take(cursor, /\)?/y);
  }
  const variable = take(cursor, /\w+/y);
  skipLines(cursor);
  const words = take(cursor, /in(?=[\s;]|$)/y) === '' ? [] : readWords(cursor);
  take(cursor, /[ \t]*;?/y);
  skipLines(cursor);
  take(cursor, NEXT_PART);
  // zsh's and old shells' `for x in …; { … }` closes in the same way.
  take(cursor, /\{(?=\s)/y);
  return { variable, words, lists: readParts(cursor, readList) };
};

const readCase = (cursor: Cursor, readList: ReadList): Partial<CompoundStage> => {
  skipShellBlanks(cursor);
  const word = readWord(cursor);
  skipLines(cursor);
  take(cursor, /in(?=[\s;(]|$)/y);
  const lists: ShellList[] = [];
  do {
    skipLines(cursor);
    if (take(cursor, /esac(?=[\s;&|()<>]|$)/y) !== '') return { words: [word], lists };
    take(cursor, /\(?[^)\n]{0,2000}\)/y);
    lists.push(readList(cursor));
  } while (take(cursor, /;;&?|;&/y) !== '');
  if (take(cursor, CLOSING) === '') cursor.isIncomplete = true;
  return { words: [word], lists };
};

const readWords = (cursor: Cursor): readonly Word[] => {
  const words: Word[] = [];
  for (;;) {
    skipShellBlanks(cursor);
    const word = readWord(cursor);
    if (word.length === 0) return words;
    words.push(word);
  }
};

const readRedirections = (cursor: Cursor): readonly WrittenRedirection[] => {
  const redirections: WrittenRedirection[] = [];
  for (;;) {
    skipShellBlanks(cursor);
    const redirection = readRedirection(cursor);
    if (redirection === undefined) return redirections;
    redirections.push(redirection);
  }
};
