/**
 * Lower case for A–Z only: what Elasticsearch's index does for `:`, `like~`, `in~` and `regex~`.
 * `ſ` stays different from `s` and `K` (Kelvin) from `k`.
 */
export const foldAscii = (text: string): string => {
  if (!/[A-Z]/.test(text)) return text;
  return isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
};

/**
 * Folds as Java's `compareToIgnoreCase`, unit by unit to upper and then to lower case. Elasticsearch does so
 * where a value is computed and not read from the index: `string(f) : "É"` ignores case, `f : "É"` does not.
 */
export const foldUnicode = (text: string): string => {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldUnit(text.charAt(index));
  return folded;
};

const isAscii = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
};

const foldUnit = (unit: string): string => {
  const upper = keepOne(unit, unit.toUpperCase());
  return upper === 'İ' ? 'i' : keepOne(upper, upper.toLowerCase());
};

/** Mappings to several characters do not exist for single units in Java. */
const keepOne = (unit: string, mapped: string): string => (mapped.length === 1 ? mapped : unit);
