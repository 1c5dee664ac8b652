import { isMainThread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findEventTime } from './event_time';

/** The process’s zone must decide nothing: west and east of UTC, and with a half hour. A thread can't leave its process's. */
const ZONES: readonly (readonly [string, number])[] = isMainThread
  ? [
      ['UTC', 0],
      ['Asia/Shanghai', -480],
      ['America/St_Johns', 210],
    ]
  : [['that of the machine', new Date(2026, 0, 1).getTimezoneOffset()]];

describe.each(ZONES)('where the process’s zone is %s', (zone, offset) => {
  beforeEach(() => void vi.stubEnv('TZ', zone));
  afterEach(() => void vi.unstubAllEnvs());

  it('is read in that zone', () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
  });

  it.each([
    ['ISO text', '2026-11-24T03:00:00.000Z'],
    ['ISO text with nanoseconds', '2026-11-24T03:00:00.000123456Z'],
    ['ISO text with an offset', '2026-11-24T11:00:00+08:00'],
    ['epoch milliseconds', 1795489200000],
    ['epoch milliseconds as text', '1795489200000'],
    ['a time without zone as UTC', '2026-11-24T03:00:00'],
    ['a time with a blank before it', '2026-11-24 03:00:00.000'],
    ['epoch nanoseconds', '1795489200000123456'],
  ])('reads %s', (_what, value) => {
    expect(findEventTime({ '@timestamp': value }, '@timestamp')).toBe('2026-11-24T03:00:00.000Z');
  });

  it('rounds down before 1970 too, and leaves whole milliseconds', () => {
    const read = (value: unknown) => findEventTime({ '@timestamp': value }, '@timestamp');
    expect(read('1969-12-31T23:59:59.999500Z')).toBe('1969-12-31T23:59:59.999Z');
    expect(read('1969-12-31T23:59:59.998Z')).toBe('1969-12-31T23:59:59.998Z');
    expect(read(-2)).toBe('1969-12-31T23:59:59.998Z');
  });

  it('takes four digits for a year, as queries do', () => {
    expect(findEventTime({ '@timestamp': '2026' }, '@timestamp')).toBe('2026-01-01T00:00:00.000Z');
  });

  it.each([
    undefined,
    null,
    'yesterday',
    'abc 5',
    '2026-02-30T00:00:00.000Z',
    {},
    [],
    true,
    NaN,
    Infinity,
  ])('finds no time in %j', (value) => {
    expect(findEventTime({ '@timestamp': value }, '@timestamp')).toBeUndefined();
  });
});
