import type { PendingPeriod, RunHistory } from './run_history';

/** More periods than somebody asks for by hand before a run takes them up. */
export const MOST_PENDING = 10;

/** @returns undefined where as many as may wait are waiting */
export const addPending = (history: RunHistory, period: PendingPeriod): RunHistory | undefined =>
  history.pending.length >= MOST_PENDING
    ? undefined
    : { ...history, pending: [...history.pending, period] };
