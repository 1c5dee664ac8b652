import type { RedirectionOperator } from '../command_reading';
import type { Cursor } from './cursor';
import { readQuotedParts } from './read_expansion';
import { readWord } from './read_word';
import type { Word, WrittenRedirection } from './script';
import { createCursor } from './cursor';
import { skipShellBlanks } from './skip_shell_blanks';
import { take } from './take';

const REDIRECTION = /(?:\d{1,3}|\{\w+\})?(?:<<<|<<-|<<|<>|<&|<(?!\()|>>|>&|>\||>(?!\())|&>>|&>/y;

/** Reads one redirection, if there is one here. */
export const readRedirection = (cursor: Cursor): WrittenRedirection | undefined => {
  const written = take(cursor, REDIRECTION);
  if (written === '') return undefined;
  const op = written.replace(/^(?:\d+|\{\w+\})/, '') as RedirectionOperator;
  const fd = /^\d/.test(written) ? parseInt(written, 10) : op.startsWith('<') ? 0 : 1;
  skipShellBlanks(cursor);
  const word = readWord(cursor);
  if (op !== '<<' && op !== '<<-') return { op, fd, target: word };
  return { op, fd, target: awaitHereDocument(cursor, op, word) };
};

/** A here-document begins on the next line: its parts are filled in when the parser gets there. */
const awaitHereDocument = (cursor: Cursor, op: '<<' | '<<-', word: Word): Word => {
  const target: Word[number][] = [];
  const delimiter = word.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  const isLiteral = word.some((part) => part.kind === 'literal' && part.quoting !== 'none');
  cursor.hereDocuments.push((place) => {
    const text = takeHereDocument(place, delimiter, op === '<<-');
    if (isLiteral) target.push({ kind: 'literal', text, quoting: 'single' });
    else target.push(...readQuotedParts(createCursor(text), ''));
  });
  return target;
};

const takeHereDocument = (cursor: Cursor, delimiter: string, areTabsDropped: boolean): string => {
  const lines: string[] = [];
  while (cursor.at < cursor.text.length) {
    const line = take(cursor, /[^\n]*\n?/y);
    const content = areTabsDropped ? line.replace(/^\t+/, '') : line;
    if (content.replace(/\n$/, '') === delimiter) return lines.join('');
    lines.push(content);
  }
  cursor.isIncomplete = true;
  return lines.join('');
};
