import type { EqlQuery, Pipe, Statement } from './ast';
import type { Expected } from './errors/eql_error';
import { parseEventFilter } from './parser/parse_event_filter';
import { parseExpression } from './parser/parse_expression';
import { parseJoin, parseSample, parseSequence } from './parser/parse_sequence';
import { toFollowers } from './parser/to_followers';
import { TokenCursor } from './parser/token_cursor';

/**
 * Reads an EQL query: an event query, a sequence or a sample, with its pipes.
 * What it means is not looked at here: unknown functions and the like are found by `checkEql`.
 * @throws EqlError at the first mistake
 */
export const parseEql = (text: string): EqlQuery => {
  const cursor = new TokenCursor(text, parseExpression);
  const statement = parseStatement(cursor);
  const pipes: Pipe[] = [];
  while (cursor.at('|')) pipes.push(parsePipe(cursor));
  if (cursor.peek().kind !== 'end') cursor.unexpected(...toContinuations(statement, pipes));
  const range = cursor.rangeFrom(statement.range.start);
  return { kind: 'query', text, statement, pipes, range };
};

const parseStatement = (cursor: TokenCursor): Statement => {
  if (cursor.peek(1).text === 'where') return parseEventFilter(cursor);
  if (cursor.at('sequence')) return parseSequence(cursor);
  if (cursor.at('sample')) return parseSample(cursor);
  if (cursor.at('join')) return parseJoin(cursor);
  return parseEventFilter(cursor);
};

const parsePipe = (cursor: TokenCursor): Pipe => {
  const { start } = cursor.expect('|').range;
  const name = cursor.peek();
  if (name.kind !== 'name') return cursor.unexpected({ token: 'head' }, { token: 'tail' });
  cursor.next();
  const args = cursor.peek().kind === 'end' || cursor.at('|') ? [] : [cursor.expression()];
  while (args.length > 0 && cursor.skip(',')) args.push(cursor.expression());
  return { kind: 'pipe', name: name.text, args, range: cursor.rangeFrom(start) };
};

const toContinuations = (statement: Statement, pipes: readonly Pipe[]): Expected[] => {
  const pipe = { token: '|' };
  if (pipes.length > 0) return [pipe];
  if (statement.kind === 'filter') return [...toFollowers(statement.condition), pipe];
  return [{ token: '[' }, pipe];
};
