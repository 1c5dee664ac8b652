import { expect, it } from 'vitest';
import { toIsoTime } from './to_iso_time';

it('writes times as Date does, whatever came before', () => {
  for (const time of [1795488208764, 1795488208004, 1795488209000, 0, 1795488208764, 999]) {
    expect(toIsoTime(time)).toBe(new Date(time).toISOString());
  }
});
