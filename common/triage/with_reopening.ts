import type { Alert } from '../alert/alert';
import type { Triage } from './triage';

/**
 * Tells in the history that the alert is open again because it became graver than what people had dealt with. Nobody did that,
 * so it is read off the alert; a verdict of before is none any more.
 */
export const withReopening = (
  triage: Triage,
  { reopenedFrom, severity, raisedAt }: Pick<Alert, 'reopenedFrom' | 'severity' | 'raisedAt'>
): Triage => {
  if (reopenedFrom === undefined) return triage;
  const { verdict, history, ...rest } = triage;
  const at = history.findIndex((entry) => entry.at > raisedAt);
  const place = at < 0 ? history.length : at;
  return {
    ...rest,
    ...(verdict && verdict.at > raisedAt && { verdict }),
    history: [
      ...history.slice(0, place),
      {
        by: undefined,
        at: raisedAt,
        change: { kind: 'reopened', from: reopenedFrom, to: severity },
      },
      ...history.slice(place),
    ],
  };
};
