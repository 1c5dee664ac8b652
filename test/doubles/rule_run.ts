import type { RuleExecutorOptions } from '@kbn/alerting-plugin/server';
import { toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import type { RuleState } from '../../server/rule_type/rule_state';
import { webServerRule } from '../../common/rule/web_server_rule';

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  get: () => silent,
};
const unused = {
  search: () => Promise.reject(new Error('unused')),
  bulk: () => Promise.reject(new Error('unused')),
  eql: { search: () => Promise.reject(new Error('unused')) },
};

interface RunOptions {
  readonly startedAt: string;
  /** When the rule was switched on. */
  readonly updatedAt?: Date;
  readonly interval?: string;
  readonly state?: RuleState;
  readonly params?: Partial<RuleParams>;
  readonly shouldStop?: () => boolean;
}

/** One run's options as alerting hands them over, with what the run reported about itself. */
export const createRuleRun = ({
  startedAt,
  updatedAt,
  interval = '5m',
  state = {},
  params,
  shouldStop = () => false,
}: RunOptions) => {
  const warnings: string[] = [];
  const errors: string[] = [];
  const outcome: string[] = [];
  const run: RuleExecutorOptions<RuleParams, RuleState> = {
    executionId: 'run-1',
    logger: silent,
    params: { ...toShippedParams(webServerRule), ...params },
    state,
    startedAt: new Date(startedAt),
    previousStartedAt: null,
    spaceId: 'default',
    rule: { id: 'rule-1', name: 'rule', schedule: { interval }, ...(updatedAt && { updatedAt }) },
    services: {
      scopedClusterClient: { asCurrentUser: unused, asInternalUser: unused },
      alertsClient: null,
      shouldStopExecution: shouldStop,
      ruleResultService: {
        addLastRunWarning: (message) => warnings.push(message),
        addLastRunError: (message) => errors.push(message),
        setLastRunOutcomeMessage: (message) => outcome.push(message),
      },
    },
  };
  return { run, warnings, errors, outcome };
};
