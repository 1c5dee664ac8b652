/** Control characters, and those that hide or reorder text: what a terminal would obey instead of show. */
const CONTROLS = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const toEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text on one line, safe to print: `\n`, `\u001b` and the like stand for what would act. */
export const escapeControls = (text: string): string =>
  text.replace(CONTROLS, (character) => NAMED.get(character) ?? toEscape(character));

/** The same for JSON text, where only escapes that JSON knows may stand; line breaks between values stay. */
export const escapeJsonControls = (json: string): string =>
  json.replace(CONTROLS, (character) => (character === '\n' ? character : toEscape(character)));
