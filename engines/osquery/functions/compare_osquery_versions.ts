const DELIMITERS = /[~\-^.:]/;

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * Orders versions as Osquery does, negative where `a` is the earlier one: part by part, of two parts the longer
 * one is later, so that 1.10 follows 1.9; then the version with more parts.
 */
export const compareOsqueryVersions = (a: string, b: string): number => {
  const [parts, others] = [a.split(DELIMITERS), b.split(DELIMITERS)];
  for (const [index, part] of parts.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    const order = part.length - other.length || compareTexts(part, other);
    if (order !== 0) return order;
  }
  return parts.length - others.length;
};
