import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useRef, useState } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { toApiError } from '../../api/api_error';
import { useHost } from '../../app/host';
import { toFilter, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';
import { changeMatching } from './change_matching';
import { toDoneText, toUndo, toUndoLabel, useSetStatus } from '../use_set_status';

export interface SetMatchingStatus {
  /** Brings every alert that fits the list's filter into a status, portion by portion. */
  readonly setMatching: (status: AlertStatus) => void;
  /** How many are changed so far; undefined while nothing is being changed. */
  readonly changed: number | undefined;
  /** Ends after the portion that is on its way. */
  readonly stop: () => void;
}

export const useSetMatchingStatus = (state: ListState): SetMatchingStatus => {
  const { http, notify, now } = useHost();
  const queryClient = useQueryClient();
  const { restore } = useSetStatus();
  const [changed, setChanged] = useState<number>();
  const isStopped = useRef(false);

  const changeAll = async (status: AlertStatus): Promise<ListedAlert[]> => {
    const asked = state.statuses.length > 0 ? state.statuses : ALERT_STATUSES;
    const statuses = asked.filter((other) => other !== status);
    return statuses.length === 0
      ? []
      : changeMatching(
          http,
          { filter: { ...toFilter(state, now()), statuses }, status },
          (count) => {
            setChanged(count);
            return !isStopped.current;
          }
        );
  };

  const { mutate } = useMutation({
    mutationFn: changeAll,
    onMutate: () => {
      isStopped.current = false;
      setChanged(0);
    },
    onSuccess: (before, status) =>
      notify({
        tone: 'success',
        title: toDoneText(before.length, status),
        action: { label: toUndoLabel(), run: () => restore(toUndo(before)) },
      }),
    onError: (error) =>
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.setStatus.stopped', {
          defaultMessage: 'Not every status was changed: look at what is left, and try again',
        }),
        text: toApiError(error).message,
      }),
    onSettled: () => {
      setChanged(undefined);
      return queryClient.invalidateQueries({ queryKey: [ALERTS_KEY] });
    },
  });

  return {
    setMatching: (status) => mutate(status),
    changed,
    stop: () => {
      isStopped.current = true;
    },
  };
};
