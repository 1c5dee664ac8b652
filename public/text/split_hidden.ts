import { HIDDEN_CHARACTERS } from '../../common/text/hidden_characters';

export interface TextPart {
  readonly text: string;
  /** True for the escape that stands for a character the reader could not see. */
  readonly hidden: boolean;
}

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\u001b': '\\e',
};

/** Cuts a text into what is seen as it is and what is shown by its code, e.g. `\n` or `\u{202e}`. */
export const splitHidden = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN_CHARACTERS)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), hidden: false });
    parts.push({ text: toCode(match[0]), hidden: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hidden: false });
  return parts;
};

/** The same as one string, for places that take no markup: titles, labels, tooltips. */
export const toVisible = (text: string): string =>
  splitHidden(text)
    .map((part) => part.text)
    .join('');

const toCode = (character: string): string =>
  SHORT[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
