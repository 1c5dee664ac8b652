import type { Duration, DurationUnit } from '../ast';
import type { TokenCursor } from './token_cursor';

const UNITS: readonly DurationUnit[] = ['ms', 's', 'm', 'h', 'd'];

/** A positive whole number directly followed by its unit: `500ms`, `5 m`. */
export const parseDuration = (cursor: TokenCursor): Duration => {
  const amount = cursor.peek();
  if (amount.kind !== 'integer' && amount.kind !== 'decimal') {
    return cursor.unexpected({ kind: 'number' });
  }
  cursor.next();
  if (amount.kind === 'decimal') {
    cursor.fail(amount.range, 'maxspan_not_whole', { values: { found: amount.text } });
  }
  if (Number(amount.text) === 0) cursor.fail(amount.range, 'maxspan_not_positive');
  const unit = cursor.peek();
  if (unit.kind !== 'name') {
    cursor.fail(amount.range, 'maxspan_without_unit', {
      values: { found: amount.text },
      suggestions: [`${amount.text}s`],
    });
  }
  const known = UNITS.find((candidate) => candidate === unit.text);
  if (known === undefined) {
    return cursor.fail(unit.range, 'maxspan_unit_unknown', {
      values: { unit: unit.text, units: UNITS.join(', ') },
    });
  }
  cursor.next();
  const range = cursor.rangeFrom(amount.range.start);
  return { kind: 'duration', amount: Number(amount.text), unit: known, range };
};
