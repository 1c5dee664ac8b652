import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ListedAlert } from '../../common/alert/listed_alert';
import type { Alert } from '../../common/alert/alert';
import type { AlertFilter } from '../../common/api/find_alerts';
import type { VerdictChange } from '../../common/triage/triage_change';
import { changeMatching } from '../alerts/selection/change_matching';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { toUndo, toUndoLabel, useSetStatus } from '../alerts/use_set_status';
import { toApiError } from '../api/api_error';
import { useHost } from '../app/host';
import { saveChange } from './save_change';
import { toVerdictText } from './to_verdict_text';
import { useChangeTriage } from './use_triage';

export interface GivenToAlerts {
  readonly verdict: VerdictChange;
  /** Which other alerts are closed as the same. */
  readonly others: AlertFilter | undefined;
}

export interface GiveVerdict {
  readonly give: (given: GivenToAlerts, onDone: () => void) => void;
  readonly isGiving: boolean;
}

/** Closes an alert with a verdict, and others with the same one; says so, and offers to undo it. */
export const useGiveVerdict = (alert: Alert): GiveVerdict => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { change } = useChangeTriage(alert);
  const { restore } = useSetStatus();
  const undo = (others: readonly ListedAlert[]): void => {
    change({ kind: 'verdict_withdrawn' });
    if (others.length > 0) restore(toUndo(others));
  };
  const { mutate, isLoading } = useMutation({
    mutationFn: async ({ verdict, others }: GivenToAlerts & { onDone: () => void }) => {
      const problem = await saveChange(http, alert, verdict);
      const closed =
        others === undefined
          ? []
          : await changeMatching(http, { filter: others, status: 'closed', verdict });
      return { closed, problem };
    },
    onSuccess: ({ closed, problem }, { verdict, onDone }) => {
      onDone();
      const texts = [...(closed.length > 0 ? [toOthersText(closed.length)] : []), problem ?? ''];
      const text = texts.filter((one) => one !== '').join(' ');
      notify({
        tone: problem === undefined ? 'success' : 'warning',
        title: i18n.translate('webServerRce.verdict.saved', {
          defaultMessage: 'Closed as: {verdict}',
          values: { verdict: toVerdictText(verdict.verdict) },
        }),
        ...(text !== '' && { text }),
        action: { label: toUndoLabel(), run: () => undo(closed) },
      });
    },
    onError: (error, { others }) =>
      notify({
        tone: 'danger',
        title: others === undefined ? toNotSavedText() : toPartlySavedText(),
        text: toApiError(error).message,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [ALERTS_KEY] }),
  });
  return {
    give: (given, onDone) => mutate({ ...given, onDone }),
    isGiving: isLoading,
  };
};

const toOthersText = (count: number): string =>
  i18n.translate('webServerRce.verdict.othersClosed', {
    defaultMessage:
      '{count, plural, one {# other alert} other {# other alerts}} of the same intruder closed with the same comment.',
    values: { count },
  });

const toNotSavedText = (): string =>
  i18n.translate('webServerRce.triage.notSaved', { defaultMessage: 'This was not saved' });

const toPartlySavedText = (): string =>
  i18n.translate('webServerRce.verdict.partlySaved', {
    defaultMessage: 'Not every alert was closed: look at what is still open, and try again',
  });
