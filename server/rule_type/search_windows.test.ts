import { describe, expect, it } from 'vitest';
import { findGap, getSearchWindows } from './search_windows';

const at = (time: string): string => `2026-11-24T${time}:00.000Z`;
const usual = {
  startedAt: new Date(at('12:00')),
  enabledAt: undefined,
  lookBack: '9m',
  interval: '5m',
  state: {},
  lostAlertTimes: [],
  pending: [],
};

describe('getSearchWindows', () => {
  it('looks back nine minutes on the first run', () => {
    expect(getSearchWindows(usual)).toEqual([{ from: at('11:51'), to: at('12:00') }]);
  });

  it('begins when the rule was switched on where no run has ended well since', () => {
    expect(getSearchWindows({ ...usual, enabledAt: new Date(at('11:30')) })).toEqual([
      { from: at('11:51'), to: at('12:00') },
      { from: at('11:21'), to: at('11:51') },
    ]);
  });

  it('overlaps the last run by four minutes, for events that arrive late, after what is new', () => {
    const state = { searchedTo: at('11:55') };
    expect(getSearchWindows({ ...usual, state })).toEqual([
      { from: at('11:55'), to: at('12:00') },
      { from: at('11:51'), to: at('11:55') },
    ]);
  });

  it('searches a gap since the last run instead of skipping it, after what is new', () => {
    const state = { searchedTo: at('08:00') };
    expect(getSearchWindows({ ...usual, state })).toEqual([
      { from: at('11:51'), to: at('12:00') },
      { from: at('07:56'), to: at('11:51') },
    ]);
  });

  it('goes on with what was left, the newest first', () => {
    const left = [
      { from: at('08:00'), to: at('08:30') },
      { from: at('10:00'), to: at('10:30') },
    ];
    const state = { searchedTo: at('11:55'), left };
    expect(getSearchWindows({ ...usual, state }).slice(2)).toEqual([...left].reverse());
  });

  it('joins what touches, and the oldest where there would be too many windows', () => {
    const left = Array.from({ length: 200 }, (_, n) => ({
      from: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
      to: new Date(Date.UTC(2026, 0, 1, n, 20)).toISOString(),
    }));
    const state = {
      searchedTo: at('11:55'),
      left: [...left, { from: at('11:40'), to: at('11:52') }],
    };
    const windows = getSearchWindows({ ...usual, state });
    expect(windows).toHaveLength(51);
    expect(windows[1]).toEqual({ from: at('11:40'), to: at('11:55') });
    expect(windows.at(-1)?.from).toBe('2026-01-01T00:00:00.000Z');
  });

  it('goes on where an earlier version carried matches over', () => {
    const state = { searchedTo: at('11:55'), carryFrom: at('10:30') };
    expect(getSearchWindows({ ...usual, state })).toEqual([
      { from: at('11:55'), to: at('12:00') },
      { from: at('10:30'), to: at('11:55') },
    ]);
  });

  it('goes back to alerts that did not get stored, before a backlog', () => {
    const lostAlertTimes = [at('11:30'), at('11:20')];
    const state = { searchedTo: at('11:55') };
    expect(getSearchWindows({ ...usual, state, lostAlertTimes })[1]).toEqual({
      from: at('11:20'),
      to: '2026-11-24T11:30:00.001Z',
    });
  });

  it('makes no allowance where the look-back is shorter than the interval, and leaves no gap either', () => {
    const state = { searchedTo: at('11:55') };
    expect(getSearchWindows({ ...usual, lookBack: '1m', state })).toEqual([
      { from: at('11:59'), to: at('12:00') },
      { from: at('11:55'), to: at('11:59') },
    ]);
  });

  it('keeps to the allowance that events were sent under after the interval was changed', () => {
    const state = { searchedTo: at('11:55'), lateMs: 8 * 60_000 };
    expect(getSearchWindows({ ...usual, state }).at(-1)).toEqual({
      from: at('11:47'),
      to: at('11:55'),
    });
  });

  it('searches again what a clock that was ahead has searched too early', () => {
    const state = { searchedTo: at('14:00') };
    expect(getSearchWindows({ ...usual, state })).toEqual([{ from: at('11:51'), to: at('12:00') }]);
  });

  it('takes up what somebody wants searched again, joined with what is left anyway', () => {
    const pending = [{ from: at('08:00'), to: at('09:00') }];
    const state = { searchedTo: at('11:55'), left: [{ from: at('08:30'), to: at('09:30') }] };
    expect(getSearchWindows({ ...usual, state, pending }).at(-1)).toEqual({
      from: at('08:00'),
      to: at('09:30'),
    });
  });
});

describe('findGap', () => {
  it('is what no run has looked at in time', () => {
    const find = (state: object) =>
      findGap({ startedAt: new Date(at('12:00')), lookBack: '9m', state });
    expect(find({ searchedTo: at('11:00') })).toEqual({ from: at('11:00'), to: at('11:51') });
    expect(find({ searchedTo: at('11:55') })).toBeUndefined();
    expect(find({})).toBeUndefined();
  });
});
