import type { RunHistory } from '../../common/run/run_history';

/** Where the history of each rule's runs is kept. */
export interface RunStore {
  /** An empty history where the rule never ran. */
  get(ruleUuid: string): Promise<RunHistory>;
  /**
   * Replaces a history by what `change` makes of it, however many others do so at the same time: it may be called several times.
   * @throws DomainError `runs_not_saved` where others are always faster
   */
  change(ruleUuid: string, change: (history: RunHistory) => RunHistory): Promise<RunHistory>;
}
