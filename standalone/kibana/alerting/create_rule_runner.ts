import { randomUUID } from 'node:crypto';
import type { RuleExecutorServices, RuleType } from '@kbn/alerting-plugin/server';
import type { Logger } from '@kbn/core/server';
import { toMilliseconds } from '../../../common/time/duration';
import { createElasticsearchStandIn } from '../create_elasticsearch_stand_in';
import { SPACE_ID } from '../space_id';
import { createAlertsClient } from './create_alerts_client';
import { createRunResults } from './create_run_results';
import type { RunRule } from './create_run_queue';
import type { RuleRunRecord, RuleStore } from './stored_rule';

export type AnyRuleType = RuleType<unknown, unknown>;

interface RuleRunnerOptions {
  readonly store: RuleStore;
  getRuleType(id: string): AnyRuleType;
  readonly version: string;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Cancels what runs. */
  readonly stopSignal: AbortSignal;
}

/** Kibana's default of `ruleTaskTimeout`. */
const DEFAULT_TIMEOUT = '5m';

/** One run of one rule: executor, then alerts and state in one transaction. A failure is an outcome; it leaves the state as it was. */
export const createRuleRunner =
  ({ store, getRuleType, version, now, logger, stopSignal }: RuleRunnerOptions): RunRule =>
  async (ruleId, asOf) => {
    const rule = store.find(ruleId);
    if (!rule?.enabled) return { outcome: 'succeeded', alertCount: 0 };
    const before = store.findRun(ruleId);
    const begin = now();
    const startedAt = asOf ?? begin;
    const started = startedAt.toISOString();
    try {
      const ruleType = getRuleType(rule.ruleTypeId);
      const deadline =
        begin.getTime() + toMilliseconds(ruleType.ruleTaskTimeout ?? DEFAULT_TIMEOUT);
      const executionId = randomUUID();
      const alerts = createAlertsClient({ rule, ruleType, executionId, startedAt, version });
      const results = createRunResults();
      const elasticsearch = createElasticsearchStandIn();
      const services: RuleExecutorServices = {
        scopedClusterClient: { asCurrentUser: elasticsearch, asInternalUser: elasticsearch },
        alertsClient: alerts.client,
        shouldStopExecution: () => stopSignal.aborted || now().getTime() > deadline,
        ruleResultService: results.service,
      };
      const { state } = await ruleType.executor({
        executionId,
        logger,
        params: ruleType.validate.params.validate(rule.params),
        state: before?.state ?? {},
        startedAt,
        previousStartedAt: before?.succeededAt === undefined ? null : new Date(before.succeededAt),
        spaceId: SPACE_ID,
        rule: {
          id: rule.id,
          name: rule.name,
          schedule: { interval: rule.interval },
          updatedAt: new Date(rule.enabledAt ?? rule.createdAt),
        },
        services,
      });
      const documents = alerts.finish();
      const { outcome, messages } = results.outcome();
      const lastRun = { startedAt: started, outcome, messages };
      const succeededAt = outcome === 'failed' ? before?.succeededAt : started;
      // A run may fail and have found something nevertheless.
      if (outcome === 'failed') logger.error(`${rule.name}: ${messages.join(' ')}`);
      const record = { state, lastRun, ...(succeededAt !== undefined && { succeededAt }) };
      await store.putRun(ruleId, record, documents);
      return { outcome, alertCount: documents.length };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      logger.error(`${rule.name}: ${message}`);
      await putFailure(store, ruleId, before, { startedAt: started, message }, logger);
      return { outcome: 'failed', alertCount: 0 };
    }
  };

/** Where even this can't be stored, the log has said why. */
const putFailure = async (
  store: RuleStore,
  ruleId: string,
  before: RuleRunRecord | undefined,
  { startedAt, message }: { startedAt: string; message: string },
  logger: Logger
): Promise<void> => {
  const lastRun = { startedAt, outcome: 'failed', messages: [message] } as const;
  await store
    .putRun(ruleId, { state: {}, ...before, lastRun }, [])
    .catch((error: unknown) => logger.error(String(error)));
};
