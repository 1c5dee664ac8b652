import type { Expression, Join, Sample, Sequence, Term } from '../ast';
import { parseDuration } from './parse_duration';
import { parseEventFilter } from './parse_event_filter';
import { toFollowers } from './to_followers';
import type { TokenCursor } from './token_cursor';

/** Most repetitions of a term that `with runs=` allows. */
const MOST_RUNS = 100;

/** `"sequence" [ keys ] [ "with" "maxspan" "=" duration ] term { term } [ "until" term ]` */
export const parseSequence = (cursor: TokenCursor): Sequence => {
  const { start } = cursor.expect('sequence').range;
  const keys = parseKeys(cursor);
  const maxspan = cursor.at('with') ? parseMaxspan(cursor) : undefined;
  if (maxspan !== undefined && cursor.at('by')) {
    cursor.fail(cursor.peek().range, 'by_after_with');
  }
  const terms = parseTerms(cursor);
  const until = cursor.skip('until') ? parseTerm(cursor) : undefined;
  return { kind: 'sequence', keys, maxspan, terms, until, range: cursor.rangeFrom(start) };
};

/** `"sample" [ keys ] term { term }` */
export const parseSample = (cursor: TokenCursor): Sample => {
  const { start } = cursor.expect('sample').range;
  const keys = parseKeys(cursor);
  const terms = parseTerms(cursor);
  return { kind: 'sample', keys, terms, range: cursor.rangeFrom(start) };
};

/** `"join" [ keys ] term { term } [ "until" term ]` */
export const parseJoin = (cursor: TokenCursor): Join => {
  const { start } = cursor.expect('join').range;
  const keys = parseKeys(cursor);
  const terms = parseTerms(cursor);
  const until = cursor.skip('until') ? parseTerm(cursor) : undefined;
  return { kind: 'join', keys, terms, until, range: cursor.rangeFrom(start) };
};

const parseKeys = (cursor: TokenCursor): Expression[] => {
  if (!cursor.skip('by')) return [];
  const keys = [cursor.expression()];
  while (cursor.skip(',')) keys.push(cursor.expression());
  return keys;
};

const parseMaxspan = (cursor: TokenCursor): Sequence['maxspan'] => {
  cursor.expect('with');
  cursor.expect('maxspan');
  cursor.expect('=');
  return parseDuration(cursor);
};

const parseTerms = (cursor: TokenCursor): Term[] => {
  const terms = [parseTerm(cursor)];
  while (cursor.at('[', '![')) terms.push(parseTerm(cursor));
  return terms;
};

const parseTerm = (cursor: TokenCursor): Term => {
  if (!cursor.at('[', '![')) cursor.unexpected({ token: '[' }, { token: '![' });
  const open = cursor.next();
  const filter = parseEventFilter(cursor);
  cursor.expect(']', ...toFollowers(filter.condition));
  const keys = parseKeys(cursor);
  const runs = cursor.at('with') ? parseRuns(cursor) : 1;
  const missing = open.text === '![';
  return { kind: 'term', missing, filter, keys, runs, range: cursor.rangeFrom(open.range.start) };
};

const parseRuns = (cursor: TokenCursor): number => {
  cursor.expect('with');
  const option = cursor.peek();
  if (option.text !== 'runs') {
    cursor.fail(option.range, 'option_unknown', {
      values: { option: option.text },
      suggestions: ['runs'],
    });
  }
  cursor.next();
  cursor.expect('=');
  const count = cursor.peek();
  if (count.kind !== 'integer' && count.kind !== 'decimal') cursor.unexpected({ kind: 'number' });
  cursor.next();
  const runs = Number(count.text);
  if (count.kind === 'decimal' || runs < 1 || runs > MOST_RUNS) {
    cursor.fail(count.range, 'runs_out_of_range', {
      values: { found: count.text, limit: MOST_RUNS },
    });
  }
  return runs;
};
