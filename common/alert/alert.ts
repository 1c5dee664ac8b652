import type { Sign } from '../detection';
import type { EventSource } from '../event/source_event';
import type { Threat } from '../rule/threat';
import type { AlertRequest } from './request/alert_request';

/** Kibana's workflow statuses, in the order an alert moves through them. */
export const ALERT_STATUSES = ['open', 'acknowledged', 'closed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

export const ALERT_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** One alert as routes and the browser see it: our facts about it beside the event that caused it. */
export interface Alert {
  /** `kibana.alert.uuid`: the id of the stored document and of the deep link. */
  readonly id: string;
  /** `kibana.alert.instance.id`: derived from rule and event, the same however often the event is found. */
  readonly instanceId: string;
  /** The same for all alerts about one command; where only this one is, its id. What people do is kept under it. */
  readonly rowId: string;
  /**
   * Elastic Security's alerts about the same command, whose status it keeps itself; the alert's own id among them where it is one
   * of them. Absent where there are none.
   */
  readonly securityAlertIds?: readonly string[];
  /** Where the alert is open again because its severity rose: the severity at which people had dealt with it. */
  readonly reopenedFrom?: AlertSeverity;
  /** When the alert was raised, ISO 8601. */
  readonly raisedAt: string;
  /** When the event happened, ISO 8601. */
  readonly eventTime: string;
  readonly status: AlertStatus;
  readonly severity: AlertSeverity;
  /** 0 to 100. */
  readonly riskScore: number;
  /** One sentence, in the language of the host that raised the alert. */
  readonly reason: string;
  readonly ruleName: string;
  /** `kibana.alert.rule.uuid`: the rule in alerting that raised it. */
  readonly ruleUuid: string;
  /** Which of the shipped rules that was. */
  readonly ruleId: string;
  /** What the rule said of itself when it raised the alert, in the language of the host. */
  readonly ruleDescription: string;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  readonly threat: readonly Threat[];
  /** The EQL query the rule had when it raised the alert; empty where it was written in another language. */
  readonly query: string;
  /** Markdown of the investigation guide as stored with the alert. */
  readonly note: string;
  /** The event as it was searched, so that the query can be asked again of it. */
  readonly event: EventSource;
  readonly eventId: string;
  readonly eventIndex: string;
  /** Through which request the command was run; absent where that is not certain. */
  readonly request?: AlertRequest;
  /** The index that holds the alert itself; only where that is Elasticsearch's, and only of an alert read alone. */
  readonly storedIn?: string;
  /** Of an alert about a tree: what speaks for and against an attack, gravest first. Empty for an alert about one event. */
  readonly signs: readonly Sign[];
  /** Of an alert about a tree; undefined for one about a single event. */
  readonly treeId: string | undefined;
  /** Ids of the tree's events, in order of time. */
  readonly treeEvents: readonly string[];
  /** What an attacker ran, where the event's own command line does not say it (see `toTellingCommand`). */
  readonly tellingCommand?: string;
}
