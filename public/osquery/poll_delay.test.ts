import { expect, test } from 'vitest';
import { toPollDelay } from './poll_delay';

test('asks soon at first, then ever slower, and never slower than Kibana’s own page', () => {
  const delays = Array.from({ length: 20 }, (_answer, answers) => toPollDelay(answers));
  expect(delays.slice(0, 2)).toEqual([500, 1000]);
  expect(delays).toEqual([...delays].sort((one, other) => one - other));
  expect(delays.at(-1)).toBe(5000);
});
