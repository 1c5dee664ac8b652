import type { Trick } from '../command_reading';
import type { Word, WordPart } from '../parse/script';
import { expandBraces } from './expand_braces';
import { findProgramAsked } from '../programs/find_program_asked';
import { expandParameter, expandPart } from './expand_parameter';
import type { Expansion, ShellField } from './expansion';
import { toWritten } from './to_written';

const GLOB = /[*?]|\[[^\]]{1,100}\]/;
const WORD_CHARACTER = /[A-Za-z0-9]/;

/** A field while it is put together. */
interface Draft {
  text: string;
  isGlob: boolean;
  /** Something in quotes, which is a word even when it is empty. */
  isThere: boolean;
  readonly tricks: Set<Trick>;
}

/**
 * Expands one word as a shell does: braces, variables and substitutions, splitting, quotes removed. A word may become
 * several fields, or none. What can't be known stays as written.
 */
export const expandWord = (word: Word, expansion: Expansion): readonly ShellField[] => {
  const fields: ShellField[] = [];
  const words = expandBraces(word, expansion.maxWords, expansion.budget);
  for (const [index, parts] of words.entries()) {
    if (fields.length >= expansion.maxWords) break;
    const expanded = expandParts(parts, expansion);
    const isHidden = index === 0 && words.length > 1;
    fields.push(...expanded.map((field) => (isHidden ? withTrick(field, 'braces') : field)));
  }
  return fields;
};

/** The same without splitting: for the values of variables and the targets of redirections. */
export const expandText = (word: Word, expansion: Expansion): string =>
  word.map((part) => expandPart(part, expansion) ?? toWritten(part)).join('');

const withTrick = (field: ShellField, trick: Trick): ShellField => ({
  ...field,
  tricks: [...field.tricks, trick],
});

const createDraft = (): Draft => ({ text: '', isGlob: false, isThere: false, tricks: new Set() });

const expandParts = (word: Word, expansion: Expansion): readonly ShellField[] => {
  const fields: Draft[] = [];
  let draft = createDraft();
  const end = (): void => {
    if (draft.text !== '' || draft.isThere) fields.push(draft);
    draft = createDraft();
  };
  for (const [index, part] of word.entries()) {
    if (part.kind === 'literal') {
      addLiteral(draft, part, word[index - 1], word[index + 1]);
      continue;
    }
    const value = toValue(part, expansion, isGlued(word, index));
    if (part.kind === 'parameter' && part.name === 'IFS' && !part.isQuoted) {
      // The trick is to have no blank in the text, not to split by IFS.
      const isGlued = draft.text !== '';
      if (isGlued) draft.tricks.add('ifs');
    }
    draft.isThere ||= part.isQuoted;
    if (value.trick !== undefined) draft.tricks.add(value.trick);
    if (part.isQuoted || !value.isSplit) {
      draft.text += value.text;
      continue;
    }
    const separators = expansion.variables.get('IFS') ?? ' \t\n';
    for (const [place, piece] of splitFields(value.text, separators, expansion).entries()) {
      if (place > 0) end();
      if (value.trick !== undefined && piece !== '') draft.tricks.add(value.trick);
      draft.text += piece;
      draft.isGlob ||= GLOB.test(piece);
    }
  }
  end();
  return fields.map(({ text, isGlob, tricks }) => ({ text, isGlob, tricks: [...tricks] }));
};

const splitFields = (text: string, separators: string, expansion: Expansion): readonly string[] => {
  const pieces: string[] = [''];
  for (const char of text) {
    if (!separators.includes(char)) pieces[pieces.length - 1] += char;
    else if (pieces.at(-1) !== '' || pieces.length === 1) pieces.push('');
    if (pieces.length > expansion.maxWords) break;
  }
  return pieces;
};

interface Value {
  readonly text: string;
  readonly isSplit: boolean;
  readonly trick: Trick | undefined;
}

const toValue = (
  part: Exclude<WordPart, { kind: 'literal' }>,
  expansion: Expansion,
  isInsideName: boolean
): Value => {
  if (part.kind === 'substitution') {
    const text = expandPart(part, expansion);
    if (text === undefined) return { text: toWritten(part), isSplit: false, trick: undefined };
    // Where a program lies, scripts ask that run on many systems.
    const isAsked = findProgramAsked(part.script) !== undefined;
    return { text, isSplit: true, trick: isAsked ? undefined : 'substitution' };
  }
  const { value, isKnown } = expandParameter(part, expansion, 0);
  if (part.name === 'IFS') return { text: value ?? ' ', isSplit: true, trick: undefined };
  if (value !== undefined) {
    const isSpent = !expansion.budget.spend(value.length);
    return { text: isSpent ? '' : value, isSplit: true, trick: 'variable' };
  }
  // `$@` and `$1` of a text without arguments are nothing, and so is `$u` in the middle of a name.
  if (/^[@*1-9]$/.test(part.name)) return { text: '', isSplit: true, trick: 'variable' };
  if (isKnown && isInsideName) return { text: '', isSplit: true, trick: 'variable' };
  return { text: toWritten(part), isSplit: false, trick: undefined };
};

/** Letters on both sides: nobody writes `wh${x}oami` for a value that is used. */
const isGlued = (word: Word, index: number): boolean =>
  WORD_CHARACTER.test(toEdge(findThere(word, index, -1), -1)) &&
  WORD_CHARACTER.test(toEdge(findThere(word, index, 1), 0));

/** The next part in a direction, over one pair of empty quotes. */
const findThere = (word: Word, index: number, step: 1 | -1): WordPart | undefined => {
  const next = word[index + step];
  return next?.kind === 'literal' && next.text === '' ? word[index + 2 * step] : next;
};

const toEdge = (part: WordPart | undefined, at: number): string =>
  part?.kind === 'literal' ? (part.text.at(at) ?? '') : '';

const addLiteral = (
  draft: Draft,
  part: Extract<WordPart, { kind: 'literal' }>,
  before: WordPart | undefined,
  after: WordPart | undefined
): void => {
  draft.text += part.text;
  if (part.quoting === 'none') {
    draft.isGlob ||= GLOB.test(part.text);
    return;
  }
  draft.isThere = true;
  if (part.quoting === 'ansi_c') draft.tricks.add('ansi_c');
  else if (isNeedless(part, before, after)) {
    draft.tricks.add(part.quoting === 'escape' ? 'escape' : 'quotes');
  }
};

/** A quote that protects nothing and stands inside a name: it is there for a reader, not for the shell. */
const isNeedless = (
  part: Extract<WordPart, { kind: 'literal' }>,
  before: WordPart | undefined,
  after: WordPart | undefined
): boolean => {
  const left = toEdge(before, -1);
  const right = toEdge(after, 0);
  const isOption = before?.kind === 'literal' && before.text.startsWith('-');
  if (isOption) return false;
  if (part.text === '') return left !== '' || right !== '';
  if (!/^[\w./-]+$/.test(part.text)) return false;
  if (part.quoting === 'escape') return WORD_CHARACTER.test(left) && WORD_CHARACTER.test(right);
  const isJoinedLeft = WORD_CHARACTER.test(left) && WORD_CHARACTER.test(part.text.charAt(0));
  const isJoinedRight = WORD_CHARACTER.test(right) && WORD_CHARACTER.test(part.text.at(-1) ?? '');
  return isJoinedLeft || isJoinedRight;
};
