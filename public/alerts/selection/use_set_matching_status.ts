import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useRef, useState } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { AlertFilter } from '../../../common/api/find_alerts';
import type { VerdictChange } from '../../../common/triage/triage_change';
import { toApiError } from '../../api/api_error';
import { useHost } from '../../app/host';
import { toFilter, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';
import { changeMatching } from './change_matching';
import { toDoneText, toUndo, toUndoLabel, useSetStatus } from '../use_set_status';

export interface SetMatchingStatus {
  /**
   * Brings every alert that fits the list's filter, or the filter with one of some parts, into a status, portion by portion.
   * @param change.verdict why they are closed
   */
  readonly setMatching: (
    status: AlertStatus,
    change?: {
      readonly parts?: readonly FilterPart[];
      readonly verdict?: VerdictChange | undefined;
    }
  ) => void;
  /** How many are changed so far; undefined while nothing is being changed. */
  readonly changed: number | undefined;
  /** Ends after the portion that is on its way. */
  readonly stop: () => void;
}

type FilterPart = Partial<AlertFilter>;

interface MatchingRequest {
  readonly status: AlertStatus;
  readonly parts: readonly FilterPart[];
  readonly verdict: VerdictChange | undefined;
}

export const useSetMatchingStatus = (state: ListState): SetMatchingStatus => {
  const { http, notify, now } = useHost();
  const queryClient = useQueryClient();
  const { restore } = useSetStatus();
  const [changed, setChanged] = useState<number>();
  const isStopped = useRef(false);

  const changeAll = async ({ status, parts, verdict }: MatchingRequest): Promise<ListedAlert[]> => {
    const asked = state.statuses.length > 0 ? state.statuses : ALERT_STATUSES;
    const statuses = asked.filter((other) => other !== status);
    const before: ListedAlert[] = [];
    if (statuses.length === 0) return before;
    for (const part of parts) {
      if (isStopped.current) break;
      const filter = { ...toFilter(state, now()), ...part, statuses };
      const done = before.length;
      const changedNow = await changeMatching(
        http,
        { filter, status, ...(verdict === undefined ? {} : { verdict }) },
        (count) => {
          setChanged(done + count);
          return !isStopped.current;
        }
      );
      before.push(...changedNow);
    }
    return before;
  };

  const { mutate } = useMutation({
    mutationFn: changeAll,
    onMutate: () => {
      isStopped.current = false;
      setChanged(0);
    },
    onSuccess: (before, { status }) =>
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
    setMatching: (status, { parts = [{}], verdict } = {}) => mutate({ status, parts, verdict }),
    changed,
    stop: () => {
      isStopped.current = true;
    },
  };
};
