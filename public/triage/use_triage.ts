import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useCallback } from 'react';
import type { Alert } from '../../common/alert/alert';
import { getTriage } from '../../common/api/triage/get_triage';
import type { Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { saveChange } from './save_change';

const toKey = (alertId: string) => [ALERTS_KEY, 'triage', alertId] as const;

/** What people did with an alert; asked again when alerts change, because a status is part of it. */
export const useTriage = (alertId: string): UseQueryResult<Triage> => {
  const { http } = useHost();
  return useQuery({
    queryKey: toKey(alertId),
    queryFn: async ({ signal }) => {
      const { triage } = await callEndpoint(http, getTriage, { params: { id: alertId }, signal });
      return triage;
    },
  });
};

/** After these the table need not be read again. */
const CHANGES_NO_STATUS: ReadonlySet<TriageChange['kind']> = new Set([
  'run',
  'step',
  'note',
  'response',
]);

export interface ChangeTriage {
  /** @param onDone after it was saved */
  readonly change: (change: TriageChange, onDone?: () => void) => void;
  readonly isChanging: boolean;
}

/**
 * Adds something to what people did with an alert, and says so where it could not be kept.
 * @param onFailed is told what could not, even when nobody looks any more
 */
export const useChangeTriage = (
  alert: Pick<Alert, 'id' | 'securityAlertIds'>,
  onFailed?: (change: TriageChange) => void
): ChangeTriage => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: (change: TriageChange) => saveChange(http, alert, change),
    onSuccess: (problem) => {
      if (problem !== undefined) notify({ tone: 'warning', title: problem });
    },
    onError: (error, wanted) => {
      onFailed?.(wanted);
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.triage.notSaved', {
          defaultMessage: 'This was not saved',
        }),
        text: toApiError(error).message,
      });
    },
    onSettled: (_answer, _error, { kind }) =>
      queryClient.invalidateQueries({
        queryKey: CHANGES_NO_STATUS.has(kind) ? toKey(alert.id) : [ALERTS_KEY],
      }),
  });
  const change = useCallback(
    (wanted: TriageChange, onDone?: () => void) =>
      mutate(wanted, onDone === undefined ? {} : { onSuccess: onDone }),
    [mutate]
  );
  return { change, isChanging: isLoading };
};
