const PLAIN = /^[\x20-\x7e]*$/;
/** Marks that stand on the character before. */
const NO_CELL = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** What the Unicode annex on East Asian width calls wide or fullwidth, by blocks. */
const TWO_CELLS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Cells of a terminal that a text takes up: a Chinese character takes two, an accent of its own none. */
export const toDisplayWidth = (text: string): number => {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (TWO_CELLS.test(character)) width += 2;
    else if (!NO_CELL.test(character)) width += 1;
  }
  return width;
};
