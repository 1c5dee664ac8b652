import type { AlertSeverity } from '../alert/alert';
import type { TriageChange, Verdict } from './triage_change';

/** Who did something, and when. */
export interface Signature {
  /** User name; undefined where the host knows no users. */
  readonly by: string | undefined;
  /** ISO 8601. */
  readonly at: string;
}

export interface GivenVerdict extends Signature {
  readonly verdict: Verdict;
  readonly comment: string;
}

/** A step of the guide or the response as far as somebody worked on it. */
export interface StepState extends Signature {
  readonly isDone: boolean;
  readonly note: string;
}

/** An alert is open again, because its tree grew graver. */
export interface Reopening {
  readonly kind: 'reopened';
  readonly from: AlertSeverity;
  readonly to: AlertSeverity;
}

export interface HistoryEntry extends Signature {
  readonly change: TriageChange | Reopening;
}

/** What people did with one alert, beside the alert itself: the verdict, the steps, and everything in order of time. */
export interface Triage {
  readonly verdict?: GivenVerdict;
  readonly assignee?: string;
  /** By the step's id. */
  readonly steps: Readonly<Record<string, StepState>>;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
  /** Older entries that were left out because there are too many. */
  readonly forgotten: number;
}

export const NO_TRIAGE: Triage = { steps: {}, history: [], forgotten: 0 };
