/** Controls, what shows nothing or reorders text, and halves of pairs: what a terminal would not show as it is. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const toEscape = (character: string): string =>
  character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text on one line, safe to print: `\n`, `\u001b` and the like stand for what would act. */
export const escapeControls = (text: string): string =>
  text.replace(CONTROLS, (character) => NAMED.get(character) ?? toEscape(character));

/** The same for JSON text, where only escapes that JSON knows may stand; line breaks between values stay. */
export const escapeJsonControls = (json: string): string =>
  json.replace(CONTROLS, (character) => (character === '\n' ? character : toEscape(character)));
