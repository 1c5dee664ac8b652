import { describe, expect, it } from 'vitest';
import { getSearchWindow } from './search_window';

const usual = {
  startedAt: new Date('2026-11-24T12:00:00.000Z'),
  lookBack: '9m',
  interval: '5m',
  state: {},
  lostAlertTimes: [],
};

describe('getSearchWindow', () => {
  it('looks back nine minutes on the first run', () => {
    expect(getSearchWindow(usual)).toEqual({
      from: '2026-11-24T11:51:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
    });
  });

  it('overlaps the last run by four minutes, for events that arrive late', () => {
    const state = { searchedTo: '2026-11-24T11:55:00.000Z' };
    expect(getSearchWindow({ ...usual, state }).from).toBe('2026-11-24T11:51:00.000Z');
  });

  it('searches a gap since the last run instead of skipping it', () => {
    const state = { searchedTo: '2026-11-24T08:00:00.000Z' };
    expect(getSearchWindow({ ...usual, state }).from).toBe('2026-11-24T07:56:00.000Z');
  });

  it('begins at what the limit carried over', () => {
    const state = { searchedTo: '2026-11-24T11:55:00.000Z', carryFrom: '2026-11-24T10:30:00.000Z' };
    expect(getSearchWindow({ ...usual, state }).from).toBe('2026-11-24T10:30:00.000Z');
  });

  it('goes back to an alert that did not get stored', () => {
    const lostAlertTimes = ['2026-11-24T11:58:00.000Z', '2026-11-24T11:20:00.000Z'];
    expect(getSearchWindow({ ...usual, lostAlertTimes }).from).toBe('2026-11-24T11:20:00.000Z');
  });

  it('makes no allowance where the look-back is shorter than the interval, and leaves no gap either', () => {
    const state = { searchedTo: '2026-11-24T11:55:00.000Z' };
    expect(getSearchWindow({ ...usual, lookBack: '1m', state }).from).toBe(
      '2026-11-24T11:55:00.000Z'
    );
  });
});
