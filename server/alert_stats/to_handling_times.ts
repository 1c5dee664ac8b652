import type { Triage } from '../../common/triage/triage';
import type { HandledAlert } from '../ports/alert_store';

/** How long after an alert was raised somebody first took notice, and how long until it was closed; in milliseconds. */
export const toHandlingTimes = (
  { raisedAt }: Pick<HandledAlert, 'raisedAt'>,
  { history }: Triage
): { readonly acknowledgeMs: number | undefined; readonly closeMs: number | undefined } => {
  const isClosing = ({ change }: Triage['history'][number]): boolean =>
    change.kind === 'verdict' || (change.kind === 'status' && change.status === 'closed');
  const first = history.find(
    (entry) =>
      isClosing(entry) || (entry.change.kind === 'status' && entry.change.status === 'acknowledged')
  );
  const closing = history.find(isClosing);
  const toMs = (at: string | undefined): number | undefined =>
    at === undefined ? undefined : Math.max(0, Date.parse(at) - Date.parse(raisedAt));
  return { acknowledgeMs: toMs(first?.at), closeMs: toMs(closing?.at) };
};
