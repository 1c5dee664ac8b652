import type { Category, EventFilter } from '../ast';
import type { TokenCursor } from './token_cursor';

/** `( "any" | NAME | STRING ) "where" expr` */
export const parseEventFilter = (cursor: TokenCursor): EventFilter => {
  const { start } = cursor.peek().range;
  const category = parseCategory(cursor);
  cursor.expect('where');
  const condition = cursor.expression();
  return { kind: 'filter', category, condition, range: cursor.rangeFrom(start) };
};

const parseCategory = (cursor: TokenCursor): Category | undefined => {
  if (cursor.skip('any')) return undefined;
  const { kind, text, range } = cursor.peek();
  if (kind === 'name' || kind === 'string') {
    cursor.next();
    return { kind: 'category', name: text, range };
  }
  if (kind === 'keyword' && cursor.peek(1).text === 'where') {
    return cursor.fail(range, 'keyword_as_name', { values: { name: text } });
  }
  return cursor.unexpected({ kind: 'category' }, { token: 'any' });
};
