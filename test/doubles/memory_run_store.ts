import { NO_RUNS, type RunHistory } from '../../common/run/run_history';
import type { RunStore } from '../../server/ports/run_store';

/** Keeps histories in memory; answers come late. */
export const createMemoryRunStore = (): RunStore => {
  const kept = new Map<string, RunHistory>();
  const later = () => new Promise((resolve) => setTimeout(resolve, 1));
  return {
    async get(ruleUuid) {
      await later();
      return kept.get(ruleUuid) ?? NO_RUNS;
    },
    async change(ruleUuid, change) {
      await later();
      const changed = change(kept.get(ruleUuid) ?? NO_RUNS);
      kept.set(ruleUuid, changed);
      return changed;
    },
  };
};
