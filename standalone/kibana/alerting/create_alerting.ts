import type { AlertingServerSetup, AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { Logger } from '@kbn/core/server';
import { toMilliseconds } from '../../../common/time/duration';
import { createRuleRunner, type AnyRuleType } from './create_rule_runner';
import { createRulesClient } from './create_rules_client';
import { createRunQueue } from './create_run_queue';
import { createRunSchedule } from './create_run_schedule';
import type { RuleStore } from './stored_rule';

export interface Alerting {
  readonly setup: AlertingServerSetup;
  readonly start: AlertingServerStart;
  /** Schedules the enabled rules of the store; each is run at once. */
  resume(): void;
  /**
   * Asks for a run of every enabled rule because events have arrived.
   * @param oldest time of the oldest of them; older than a rule's interval, the period since then is searched as a gap
   * @returns whether all runs ended well
   */
  eventsArrived(oldest: Date): Promise<boolean>;
  /** Resolves when no run is under way or waiting. */
  settled(): Promise<void>;
  /** Cancels what runs and waits for its end. */
  stop(): Promise<void>;
}

interface AlertingOptions {
  readonly store: RuleStore;
  /** Version alerts are stamped with. */
  readonly version: string;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** The slice of Kibana's alerting this plugin uses, for one user on one machine. */
export const createAlerting = ({ store, version, now, logger }: AlertingOptions): Alerting => {
  const ruleTypes = new Map<string, AnyRuleType>();
  const getRuleType = (id: string): AnyRuleType => {
    const ruleType = ruleTypes.get(id);
    if (!ruleType) throw new Error(`Rule type ${id} is not registered.`);
    return ruleType;
  };
  const stopping = new AbortController();
  const queue = createRunQueue(
    createRuleRunner({ store, getRuleType, version, now, logger, stopSignal: stopping.signal })
  );
  const request = (ruleId: string): void => void queue.request(ruleId);
  const schedule = createRunSchedule(request, now);

  return {
    setup: {
      registerType(ruleType) {
        if (ruleTypes.has(ruleType.id)) throw new Error(`${ruleType.id} is registered twice.`);
        ruleTypes.set(ruleType.id, ruleType);
      },
    },
    start: {
      getRulesClientWithRequest: () =>
        createRulesClient({ store, schedule, request, getRuleType, now }),
    },
    resume() {
      for (const rule of store.list()) schedule.follow(rule);
    },
    async eventsArrived(oldest) {
      const age = now().getTime() - oldest.getTime();
      const runs = store
        .list()
        .filter(({ enabled }) => enabled)
        .map(({ id, interval }) =>
          queue.request(id, age > toMilliseconds(interval) ? oldest : undefined)
        );
      return (await Promise.all(runs)).every(Boolean);
    },
    settled: () => queue.settled(),
    async stop() {
      stopping.abort();
      schedule.stop();
      queue.stop();
      await queue.settled();
    },
  };
};
