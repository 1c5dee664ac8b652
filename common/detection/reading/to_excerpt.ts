/** The beginning and the end of a long text; attackers write texts of any length, and rules are asked of each. */
export const toExcerpt = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, Math.floor(longest * 0.7))}…${text.slice(-Math.floor(longest * 0.3))}`;
