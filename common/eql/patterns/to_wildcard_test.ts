/**
 * Prepares matching whole texts against a pattern of `*` (any characters) and `?` (one character).
 * Nothing is escaped. Case must be folded by the caller, on both sides.
 * The work is bounded by length of text × length of pattern.
 */
export const toWildcardTest = (pattern: string): ((text: string) => boolean) => {
  if (!hasWildcard(pattern)) return (text) => text === pattern;
  return pattern.includes('?') ? toGeneralTest(pattern) : toPartsTest(pattern.split('*'));
};

export const hasWildcard = (pattern: string): boolean => /[*?]/.test(pattern);

/** Without `?` the pieces between the stars are plain texts: first in front, last behind, others in order. */
const toPartsTest = (parts: readonly string[]): ((text: string) => boolean) => {
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  const middle = parts.slice(1, -1).filter((part) => part !== '');
  const least = first.length + last.length;
  return (text) => {
    if (text.length < least || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of middle) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
};

/** On a mismatch the latest star takes one character more; earlier stars never need to be looked at again. */
const toGeneralTest =
  (pattern: string) =>
  (text: string): boolean => {
    let at = 0;
    let inPattern = 0;
    let star = -1;
    let starAt = 0;
    while (at < text.length) {
      const wanted = pattern[inPattern];
      if (wanted === '*') {
        star = inPattern;
        starAt = at;
        inPattern += 1;
      } else if (wanted === '?') {
        at += toWidth(text, at);
        inPattern += 1;
      } else if (wanted === text[at]) {
        at += 1;
        inPattern += 1;
      } else if (star !== -1) {
        starAt += toWidth(text, starAt);
        at = starAt;
        inPattern = star + 1;
      } else return false;
    }
    while (pattern[inPattern] === '*') inPattern += 1;
    return inPattern === pattern.length;
  };

/** A character beyond U+FFFF takes two units. */
const toWidth = (text: string, at: number): number =>
  (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
