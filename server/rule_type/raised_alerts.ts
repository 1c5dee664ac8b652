import { toAlert, type AlertingRule, type NewAlert } from '../../common/alert/to_alert';
import type { SourceEvent } from '../../common/event/source_event';
import type { Translate } from '../../common/i18n/translate';
import { findEventTime } from '../../common/time/event_time';

export interface RaisedAlert {
  readonly alert: NewAlert;
  /** ISO 8601. */
  readonly eventTime: string;
}

/** What a run makes of its matches. */
export interface RaisedAlerts {
  readonly alerts: readonly RaisedAlert[];
  /** Stored already, reported again because they may have grown. */
  readonly again: readonly RaisedAlert[];
  /** Times of alerts that this run has no room for. */
  readonly overflow: readonly string[];
  /** Matches that were looked at and need nothing: not grave enough, hidden, or an alert that says all. */
  readonly passed: readonly SourceEvent[];
  /** Commands seen that are not grave enough for an alert. */
  readonly quietCount: number;
}

/** One alert for each match. */
export const raiseEventAlerts = (
  matches: readonly SourceEvent[],
  rule: AlertingRule,
  startedAt: Date,
  translate: Translate
): RaisedAlerts => ({
  alerts: matches.map((match) => ({
    alert: toAlert(match, rule, translate),
    eventTime: findEventTime(match.source, rule.params.timestampField) ?? startedAt.toISOString(),
  })),
  again: [],
  overflow: [],
  passed: [],
  quietCount: 0,
});
