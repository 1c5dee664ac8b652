import type { ListOperator } from '../command_reading';
import { createCursor, type Cursor } from './cursor';
import { readCompound } from './read_compound';
import { readSimple } from './read_simple';
import type { ListItem, ShellList, Stage } from './script';
import { skipShellBlanks, skipLines } from './skip_shell_blanks';
import { take } from './take';

const RESERVED_END = /(?:then|else|elif|fi|do|done|esac|\})(?=[\s;&|()<>]|$)|;;&?|;&|\)/y;
const STRAY = /(?:then|else|elif|fi|do|done|esac|in|\})(?=[\s;&|()<>]|$)|;;&?|[;&|()]|[^]/y;
const PIPE = /\|&?(?!\|)/y;
const NEGATION = /(?:!\s+)+/y;

/** A parsed text, and whether something opened in it has no end. */
export interface ParsedScript {
  readonly list: ShellList;
  readonly isIncomplete: boolean;
}

/**
 * Parses a text as bash would, and never refuses: what no shell would accept is passed over and the rest is read, since
 * a command that was not read is one that an analyst does not see.
 */
export const parseScript = (text: string): ParsedScript => {
  const cursor = createCursor(text);
  const items: ListItem[] = [];
  for (;;) {
    items.push(...readList(cursor).items);
    if (cursor.at >= text.length) break;
    // A closing word without its opening one.
    take(cursor, STRAY);
    cursor.isIncomplete = true;
  }
  return { list: { items }, isIncomplete: cursor.isIncomplete };
};

/** Reads pipelines up to a word or a sign that closes a compound command, or to the end. */
const readList = (cursor: Cursor): ShellList => {
  const items: ListItem[] = [];
  let operator: ListOperator = '';
  for (;;) {
    skipLines(cursor);
    if (cursor.at >= cursor.text.length || isAt(cursor, RESERVED_END)) break;
    const stages = readPipeline(cursor);
    if (stages.length === 0) break;
    skipShellBlanks(cursor);
    const next = readOperator(cursor);
    items.push({ operator, stages, isInBackground: next === '&' });
    if (next === undefined) break;
    operator = next;
  }
  return { items };
};

const readPipeline = (cursor: Cursor): readonly Stage[] => {
  const stages: Stage[] = [];
  do {
    skipLines(cursor);
    take(cursor, NEGATION);
    const stage = readCompound(cursor, readList) ?? readSimple(cursor);
    if (stage === undefined) break;
    stages.push(stage);
    skipShellBlanks(cursor);
  } while (take(cursor, PIPE) !== '');
  return stages;
};

const readOperator = (cursor: Cursor): ListOperator | undefined => {
  if (isAt(cursor, RESERVED_END)) return undefined;
  const sign = take(cursor, /&&|\|\||&|;/y);
  if (sign !== '') return sign as ListOperator;
  return cursor.text[cursor.at] === '\n' ? ';' : undefined;
};

const isAt = (cursor: Cursor, sticky: RegExp): boolean => {
  sticky.lastIndex = cursor.at;
  return sticky.test(cursor.text);
};
