import { expect, test } from 'vitest';
import { createRetentionHold } from './create_retention_hold';

const MINUTE_MS = 60_000;
const a = { id: 'a', oldest: 0 };
const b = { id: 'b', oldest: 0 };
const at = (minute: number): Date => new Date(minute * MINUTE_MS);

test('holds while an arrival waits', () => {
  const isHeld = createRetentionHold();
  expect(isHeld([], at(0))).toBe(false);
  expect(isHeld([a], at(1))).toBe(true);
  expect(isHeld([], at(2))).toBe(false);
});

test('lets go of arrivals that no rule has looked at within an hour, but not of newer ones', () => {
  const isHeld = createRetentionHold();
  expect(isHeld([a], at(0))).toBe(true);
  expect(isHeld([a], at(59))).toBe(true);
  expect(isHeld([a], at(60))).toBe(false);
  expect(isHeld([a, b], at(61))).toBe(true);
});
