import type { Alert } from '../alert/alert';
import type { HistoryEntry, Triage } from '../triage/triage';

/** When what happened with an alert, ISO 8601; undefined for what has not happened. */
export interface CaseTimes {
  readonly event: string;
  readonly detected: string;
  readonly acknowledged: string | undefined;
  readonly closed: string | undefined;
  /** Seconds from the event to the alert, and from the alert on. */
  readonly toDetect: number;
  readonly toAcknowledge: number | undefined;
  readonly toClose: number | undefined;
}

/** How fast an alert was detected, acknowledged and closed: what mean times to detect and to respond are made of. */
export const toCaseTimes = (
  { eventTime, raisedAt, status }: Pick<Alert, 'eventTime' | 'raisedAt' | 'status'>,
  { history }: Triage
): CaseTimes => {
  const acknowledged = history.find(isAcknowledgement)?.at;
  const closed = status === 'closed' ? history.filter(isClosing).at(-1)?.at : undefined;
  const since = (end: string | undefined): number | undefined =>
    end === undefined ? undefined : toSeconds(raisedAt, end);
  return {
    event: eventTime,
    detected: raisedAt,
    acknowledged,
    closed,
    toDetect: toSeconds(eventTime, raisedAt),
    toAcknowledge: since(acknowledged),
    toClose: since(closed),
  };
};

const isClosing = ({ change }: HistoryEntry): boolean =>
  change.kind === 'verdict' || (change.kind === 'status' && change.status === 'closed');

/** The first time somebody took it on, be it by closing it. */
const isAcknowledgement = (entry: HistoryEntry): boolean =>
  isClosing(entry) || (entry.change.kind === 'status' && entry.change.status === 'acknowledged');

const toSeconds = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
