import type { RuleExecutorServices } from '@kbn/alerting-plugin/server';
import type { RuleRunRecord } from './stored_rule';

/** Collects what an executor says about its run. */
export const createRunResults = (): {
  service: NonNullable<RuleExecutorServices['ruleResultService']>;
  outcome(): Pick<NonNullable<RuleRunRecord['lastRun']>, 'outcome' | 'messages'>;
} => {
  const warnings: string[] = [];
  const errors: string[] = [];
  let message: string | undefined;
  return {
    service: {
      addLastRunWarning: (warning) => void warnings.push(warning),
      addLastRunError: (error) => void errors.push(error),
      setLastRunOutcomeMessage: (text) => {
        message = text;
      },
    },
    outcome: () => ({
      outcome: errors.length > 0 ? 'failed' : warnings.length > 0 ? 'warning' : 'succeeded',
      messages: message === undefined ? [...errors, ...warnings] : [...errors, message],
    }),
  };
};
