import type { AlertDocument } from '../../../common/alert/alert_document';

/** A rule as somebody made it. */
export interface StoredRule {
  readonly id: string;
  readonly name: string;
  readonly ruleTypeId: string;
  readonly consumer: string;
  readonly enabled: boolean;
  /** Alerting's duration syntax. */
  readonly interval: string;
  readonly params: Record<string, unknown>;
  readonly tags: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  /** When it was switched on last. Rules of earlier versions do not have it. */
  readonly enabledAt?: string;
}

/** What the last run of a rule left behind; times ISO 8601. */
export interface RuleRunRecord {
  /** The executor's own state, given to its next run. */
  readonly state: unknown;
  /** Start of the last run that ended well. */
  readonly succeededAt?: string;
  readonly lastRun?: {
    readonly startedAt: string;
    readonly outcome: 'succeeded' | 'warning' | 'failed';
    readonly messages: readonly string[];
  };
}

/** Where alerting keeps its rules, and the alerts together with the state of the run that raised them. */
export interface RuleStore {
  /** In the order they were made. */
  list(): readonly StoredRule[];
  find(id: string): StoredRule | undefined;
  put(rule: StoredRule): Promise<void>;
  findRun(id: string): RuleRunRecord | undefined;
  /** Alerts whose uuid is stored already stay as they are. One transaction: alerts without the state would be searched again, state without the alerts would lose them. */
  putRun(id: string, run: RuleRunRecord, alerts: readonly AlertDocument[]): Promise<void>;
}
