/** An atom or a list in brackets, as in Lisp. */
export type Wat = string | readonly Wat[];

/**
 * Reads WebAssembly's text format into nested lists; `;;` starts a comment.
 * @throws SyntaxError when brackets do not match
 */
export const parseWat = (text: string): Wat[] => {
  const tokens = text.replace(/;;.*/g, '').match(/[()]|"[^"]*"|[^\s()]+/g) ?? [];
  const open: Wat[][] = [[]];
  for (const token of tokens) {
    if (token === '(') {
      open.push([]);
    } else if (token === ')') {
      const list = open.pop() ?? [];
      const parent = open.at(-1);
      if (parent === undefined) throw new SyntaxError('a bracket closes that was not opened');
      parent.push(list);
    } else {
      open.at(-1)?.push(token);
    }
  }
  const [forms] = open;
  if (forms === undefined || open.length > 1) throw new SyntaxError('a bracket is not closed');
  return forms;
};
