import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { DomainError } from '../../common/errors/domain_error';
import { toErrorSentence } from '../../common/errors/errors';
import type { RuleParams } from '../../common/rule/rule_params';
import { addRun } from '../../common/run/add_run';
import { NO_RUNS, type PendingPeriod, type RunRecord } from '../../common/run/run_history';
import type { RunStore } from '../ports/run_store';
import type { HiddenAlert } from './hidden_alerts';
import type { RuleState } from './rule_state';

type Run = Pick<
  RuleExecutorOptions<RuleParams, RuleState>,
  'rule' | 'params' | 'startedAt' | 'logger' | 'state'
>;

type RunFacts = Omit<RunRecord, 'startedAt' | 'tookMs' | 'hidden' | 'runs'>;

/** Reads what the history holds for a run, and adds the run to it. A history that can't be kept is no reason to find nothing. */
export interface RunLog {
  /** What somebody wants searched again, as far as it is over by now. */
  readonly pending: readonly PendingPeriod[];
  finish(facts: RunFacts, hidden: readonly HiddenAlert[]): Promise<void>;
  fail(error: unknown): Promise<void>;
}

export const openRunLog = async (
  store: RunStore,
  { rule, params, startedAt, logger, state }: Run,
  now: () => Date
): Promise<RunLog> => {
  const begin = now().getTime();
  const warn = (error: unknown): void =>
    logger.warn(`The history of runs of ${rule.name} can't be kept: ${String(error)}`);
  const { pending: waiting } = await store.get(rule.id).catch((error: unknown) => {
    warn(error);
    return NO_RUNS;
  });
  const pending = waiting.filter(({ to }) => to <= startedAt.toISOString());
  const add = async (
    facts: RunFacts,
    taken: readonly PendingPeriod[],
    hidden: readonly HiddenAlert[]
  ): Promise<void> => {
    const record = {
      ...facts,
      startedAt: startedAt.toISOString(),
      tookMs: Math.max(0, now().getTime() - begin),
      hidden: hidden.length,
      runs: 1,
    };
    const exceptionIds = (params.exceptions ?? []).map(({ id }) => id);
    const hiddenBy = hidden.map((alert) => alert.hiddenBy);
    await store
      .change(rule.id, (history) => addRun(history, { record, hiddenBy, taken, exceptionIds }))
      .catch(warn);
  };
  return {
    pending,
    finish(facts, hidden) {
      // Runs overlap: what the one before has hidden is found again.
      const counted = new Set(state.hidden);
      const fresh = hidden.filter(({ instanceId }) => !counted.has(instanceId));
      return add(facts, pending, fresh);
    },
    fail: (error) => add({ ...NOTHING_DONE, messages: [toSentence(error)] }, [], []),
  };
};

const NOTHING_DONE = {
  outcome: 'failed',
  matches: 0,
  newAlerts: 0,
  quiet: 0,
  carriedOver: 0,
  left: [],
} as const;

const toSentence = (error: unknown): string => {
  if (error instanceof DomainError) {
    return toErrorSentence(error.code, error.values, i18n.translate);
  }
  return error instanceof Error ? error.message : String(error);
};
