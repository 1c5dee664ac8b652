import { expect, it } from 'vitest';
import { addPending, MOST_PENDING } from './add_pending';
import { addRun, MOST_RUNS } from './add_run';
import { NO_RUNS, type RunHistory, type RunRecord } from './run_history';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();

const toRun = (minute: number, part: Partial<RunRecord> = {}): RunRecord => ({
  startedAt: at(minute),
  tookMs: 10,
  outcome: 'succeeded',
  searched: { from: at(minute - 9), to: at(minute) },
  matches: 0,
  newAlerts: 0,
  quiet: 0,
  hidden: 0,
  carriedOver: 0,
  gap: undefined,
  left: [],
  messages: [],
  runs: 1,
  ...part,
});

const add = (history: RunHistory, record: RunRecord): RunHistory =>
  addRun(history, { record, hiddenBy: [], taken: [], exceptionIds: [] });

it('makes one record of runs that have nothing to tell, which reaches back to the first', () => {
  const { runs } = [0, 5, 10].reduce((history, minute) => add(history, toRun(minute)), NO_RUNS);
  expect(runs).toEqual([toRun(10, { searched: { from: at(-9), to: at(10) }, runs: 3 })]);
});

it.each([
  { outcome: 'warning' as const },
  { matches: 1 },
  { newAlerts: 1 },
  { hidden: 1 },
  { gap: { from: at(0), to: at(1) } },
  { left: [{ from: at(0), to: at(1) }] },
])('keeps by itself a run with %o', (told) => {
  const history = [toRun(0), toRun(5, told), toRun(10)].reduce(add, NO_RUNS);
  expect(history.runs).toHaveLength(3);
});

it('is bounded in runs, messages and their length', () => {
  let history = NO_RUNS;
  const messages = Array.from({ length: 50 }, () => 'x'.repeat(5000));
  for (let minute = 0; minute < MOST_RUNS + 5; minute += 1) {
    history = add(history, toRun(minute, { outcome: 'warning', messages }));
  }
  expect(history.runs).toHaveLength(MOST_RUNS);
  expect(history.runs[0]?.startedAt).toBe(at(MOST_RUNS + 4));
  expect(JSON.stringify(history.runs[0]).length).toBeLessThan(11_000);
});

it('forgets the counts of exceptions that are gone', () => {
  const hidden = { gone: { count: 9, lastAt: at(0) } };
  const finished = { record: toRun(5), hiddenBy: ['a', 'a'], taken: [], exceptionIds: ['a'] };
  expect(addRun({ ...NO_RUNS, hidden }, finished).hidden).toEqual({
    a: { count: 2, lastAt: at(5) },
  });
});

it('lets only so many periods wait', () => {
  const period = { from: at(0), to: at(1), by: undefined, at: at(2) };
  let history: RunHistory | undefined = NO_RUNS;
  for (let count = 0; count < MOST_PENDING; count += 1)
    history = history && addPending(history, period);
  expect(history?.pending).toHaveLength(MOST_PENDING);
  expect(history && addPending(history, period)).toBeUndefined();
});
