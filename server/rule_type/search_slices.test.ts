import { expect, it } from 'vitest';
import { createSearchSlices } from './search_slices';

const toTime = (second: number): string =>
  new Date(Date.UTC(2026, 10, 24, 12) + second * 1000).toISOString();
const WINDOW = { from: toTime(0), to: toTime(100) };

it('asks for all of a window until a search takes too long', () => {
  const slices = createSearchSlices(undefined);
  expect(slices.toEnd(WINDOW.from, WINDOW)).toBe(WINDOW.to);
  for (let search = 0; search < 20; search++) slices.succeed();
  expect(slices.isSpent).toBe(false);
  expect(slices.nextMs).toBeUndefined();
});

it('then asks for half of that period, and the next run begins with it', () => {
  const slices = createSearchSlices(undefined);
  expect(slices.shorten(WINDOW.from, WINDOW.to)).toBe(true);
  expect(slices.toEnd(toTime(0), WINDOW)).toBe(toTime(50));
  expect(slices.toEnd(toTime(60), WINDOW)).toBe(WINDOW.to);
  expect(slices.nextMs).toBe(50_000);
});

it('asks for longer ones again after a run in which all went well', () => {
  const slices = createSearchSlices(5000);
  slices.succeed();
  expect(slices.nextMs).toBe(10_000);
});

it('tries no period below a second', () => {
  const slices = createSearchSlices(undefined);
  expect(slices.shorten(toTime(0), toTime(1.5))).toBe(true);
  expect(slices.toEnd(toTime(0), WINDOW)).toBe(toTime(1));
  expect(slices.shorten(toTime(0), toTime(1))).toBe(false);
});

it('ends a run with the eighth search of one that has become slow', () => {
  const slices = createSearchSlices(undefined);
  slices.shorten(WINDOW.from, WINDOW.to);
  for (let search = 2; search < 8; search++) slices.succeed();
  expect(slices.isSpent).toBe(false);
  slices.succeed();
  expect(slices.isSpent).toBe(true);
});
