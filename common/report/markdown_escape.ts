import { HIDDEN_CHARACTERS } from '../text/hidden_characters';

/** Every sign that begins something in Markdown or makes a bare address a link. */
const MARKUP = /[!#$&()*+\-.:<=>@[\\\]^_`{|}~]/g;

/** Text in one line of Markdown that reads as it is written, whatever an attacker wrote: no markup, no HTML, no link. */
export const toMarkdownText = (text: string): string => toOneLine(text).replace(MARKUP, '\\$&');

/** The same as code, for commands and addresses: it can be copied out. */
export const toMarkdownCode = (text: string): string => {
  const shown = toOneLine(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A blank on both sides is not shown, and keeps a backtick at the end apart from the fence.
  return shown.trim() === '' ? '' : `${fence} ${shown} ${fence}`;
};

const toOneLine = (text: string): string =>
  text.replace(HIDDEN_CHARACTERS, (character) =>
    character === '\n' ? '\\n' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  );
