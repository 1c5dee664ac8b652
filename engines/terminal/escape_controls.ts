import { HIDDEN_CHARACTERS } from '../../common/text/hidden_characters';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const toEscape = (character: string): string =>
  character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text on one line, safe to print: `\n`, `\u001b` and the like stand for what would act. */
export const escapeControls = (text: string): string =>
  text.replace(HIDDEN_CHARACTERS, (character) => NAMED.get(character) ?? toEscape(character));

/** The same for JSON text, where only escapes that JSON knows may stand; line breaks between values stay. */
export const escapeJsonControls = (json: string): string =>
  json.replace(HIDDEN_CHARACTERS, (character) =>
    character === '\n' ? character : toEscape(character)
  );
