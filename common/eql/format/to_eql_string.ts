import { formatLiteral } from './format_literal';

/** A text as EQL writes it, quoted: the only safe way to put a value of an event into a query. */
export const toEqlString = (value: string): string =>
  formatLiteral({ kind: 'string', value, range: { start: 0, end: 0 } });
