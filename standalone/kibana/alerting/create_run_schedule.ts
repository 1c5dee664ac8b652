import { toMilliseconds } from '../../../common/time/duration';
import type { StoredRule } from './stored_rule';

/** Timers that ask for a run of every enabled rule once per interval. */
export interface RunSchedule {
  /** Begins, changes or ends a rule's timer as the rule says. The first run is due at once. */
  follow(rule: StoredRule): void;
  /** Undefined while disabled. */
  findNextRun(ruleId: string): Date | undefined;
  stop(): void;
}

interface Timer {
  handle: NodeJS.Timeout | undefined;
  nextRun: Date;
}

/** A timer set for longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const createRunSchedule = (
  request: (ruleId: string) => void,
  now: () => Date
): RunSchedule => {
  const timers = new Map<string, Timer>();
  const end = (ruleId: string): void => {
    clearTimeout(timers.get(ruleId)?.handle);
    timers.delete(ruleId);
  };
  return {
    follow({ id, enabled, interval }) {
      end(id);
      if (!enabled) return;
      const intervalMs = toMilliseconds(interval);
      const findNext = (): Date => new Date(now().getTime() + intervalMs);
      const timer: Timer = { nextRun: findNext(), handle: undefined };
      const wait = (leftMs: number): void => {
        const stepMs = Math.min(leftMs, LONGEST_TIMER_MS);
        timer.handle = setTimeout(() => {
          if (leftMs > stepMs) return wait(leftMs - stepMs);
          timer.nextRun = findNext();
          wait(intervalMs);
          request(id);
        }, stepMs);
      };
      wait(intervalMs);
      timers.set(id, timer);
      request(id);
    },
    findNextRun: (ruleId) => timers.get(ruleId)?.nextRun,
    stop() {
      for (const id of [...timers.keys()]) end(id);
    },
  };
};
