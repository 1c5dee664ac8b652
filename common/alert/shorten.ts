/** A text of at most `longest` characters. Half a surrogate pair at the cut goes too: not every JSON reader takes one. */
export const shorten = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…`;
