/** C0 and C1 controls, line and paragraph separators, marks that turn the writing direction, and other invisible format characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text that a terminal or a log reader can't be steered with: what is unsafe becomes `\u{hex}`. */
export const toVisibleText = (text: string): string =>
  text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
