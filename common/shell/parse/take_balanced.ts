import type { Cursor } from './cursor';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/**
 * Takes the text up to the bracket that closes the one just passed, and that bracket. Quotes and brackets inside are
 * kept track of on a stack rather than parsed: the text becomes a layer and is parsed there.
 */
export const takeBalanced = (cursor: Cursor, closing: ')' | '}'): string => {
  const { text } = cursor;
  const start = cursor.at;
  const open = [closing as string];
  while (cursor.at < text.length) {
    const char = text[cursor.at] ?? '';
    cursor.at++;
    const innermost = open.at(-1);
    if (char === '\\' && innermost !== "'") cursor.at++;
    else if (char === innermost) {
      open.pop();
      if (open.length === 0) return text.slice(start, cursor.at - 1);
    } else if (innermost === "'") continue;
    else if (char === '"' || char === '`' || (char === "'" && innermost !== '"')) open.push(char);
    else if (char === '$' && CLOSING[text[cursor.at] ?? ''] !== undefined) {
      open.push(CLOSING[text[cursor.at] ?? ''] ?? '');
      cursor.at++;
    } else if (char === '(' && innermost === ')') open.push(')');
  }
  cursor.at = text.length;
  cursor.isIncomplete = true;
  return text.slice(start);
};
