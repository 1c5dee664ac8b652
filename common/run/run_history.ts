import type { Period } from '../story/period';

/** What one run of a rule did. */
export interface RunRecord {
  /** ISO 8601. */
  readonly startedAt: string;
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  readonly outcome: 'succeeded' | 'warning' | 'failed';
  /** From the earliest to the latest time of events that was searched. Undefined where the run failed before. */
  readonly searched?: Period | undefined;
  /** Matches without an alert so far. */
  readonly matches: number;
  readonly newAlerts: number;
  /** Commands graded below the least risk of an alert. */
  readonly quiet: number;
  /** Alerts that exceptions have hidden. */
  readonly hidden: number;
  /** Matches left for the next runs, as far as they were counted. */
  readonly carriedOver: number;
  /** Time that no run had looked at when it should have: this run did, or left it to the next. */
  readonly gap?: Period | undefined;
  /** What is not searched to its end. */
  readonly left: readonly Period[];
  /** Warnings and errors as sentences, in the language of the host. */
  readonly messages: readonly string[];
  /** Runs with nothing to tell that this record stands for, itself among them. */
  readonly runs: number;
}

/** What an exception has hidden since it was made. */
export interface HiddenCount {
  readonly count: number;
  /** ISO 8601: the run that hid the last one. */
  readonly lastAt: string;
}

/** A period somebody wants to have searched again. */
export interface PendingPeriod extends Period {
  readonly by: string | undefined;
  /** ISO 8601. */
  readonly at: string;
}

/** What is kept of the runs of one rule. */
export interface RunHistory {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  /** By the exception's id. */
  readonly hidden: Readonly<Record<string, HiddenCount>>;
  /** For the next run to take up. */
  readonly pending: readonly PendingPeriod[];
}

export const NO_RUNS: RunHistory = { runs: [], hidden: {}, pending: [] };
