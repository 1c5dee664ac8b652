import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useRef, useState } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { findAlerts } from '../../../common/api/find_alerts';
import { setAlertStatus } from '../../../common/api/set_alert_status';
import { toApiError } from '../../api/api_error';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';
import { toAlertQuery, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';
import { MOST_AT_ONCE, toDoneText, toUndo, toUndoLabel, useSetStatus } from '../use_set_status';

/** A slip must not change more than can be changed back. */
const MOST_CHANGED = 10_000;

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
    const query = { ...toAlertQuery(state, now()), statuses, page: 0, perPage: MOST_AT_ONCE };
    const before = new Map<string, ListedAlert>();
    while (statuses.length > 0 && before.size < MOST_CHANGED && !isStopped.current) {
      const { alerts } = await callEndpoint(http, findAlerts, { body: query });
      // What is changed already may still be found until the store has noticed.
      const fresh = alerts.filter(({ id }) => !before.has(id));
      if (fresh.length === 0) break;
      const ids = fresh.map(({ id }) => id);
      await callEndpoint(http, setAlertStatus, { body: { ids, status } });
      for (const alert of fresh) before.set(alert.id, alert);
      setChanged(before.size);
    }
    return [...before.values()];
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
