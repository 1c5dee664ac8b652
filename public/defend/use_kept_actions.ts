import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Alert } from '../../common/alert/alert';
import { NO_TRIAGE } from '../../common/triage/triage';
import type { ResponseChange, TriageChange } from '../../common/triage/triage_change';
import { useChangeTriage, useTriage } from '../triage/use_triage';

export interface KeptActions {
  /** Writes an action that Elastic Defend took into the alert's history; again where that failed. */
  readonly keep: (action: ResponseChange) => void;
  readonly isKeeping: boolean;
  /** What Elastic Defend took and the history did not, until the page is left: closing the flyout forgets none. */
  readonly unkept: readonly ResponseChange[];
}

const NONE: readonly ResponseChange[] = [];

/** The actions on an alert's host, on their way into the alert's history. */
export const useKeptActions = (alert: Pick<Alert, 'id' | 'securityAlertIds'>): KeptActions => {
  const queryClient = useQueryClient();
  const key = useMemo(() => ['unkeptActions', alert.id], [alert.id]);
  const { data: failed = NONE } = useQuery<readonly ResponseChange[]>({
    queryKey: key,
    enabled: false,
    cacheTime: Infinity,
  });
  const onFailed = useCallback(
    (change: TriageChange) => {
      if (change.kind !== 'response') return;
      queryClient.setQueryData<readonly ResponseChange[]>(key, (known = []) => [
        ...known.filter(({ actionId }) => actionId !== change.actionId),
        change,
      ]);
    },
    [queryClient, key]
  );
  const { change, isChanging } = useChangeTriage(alert, onFailed);
  const { data: { history } = NO_TRIAGE } = useTriage(alert.id);
  const isKept = ({ actionId }: ResponseChange): boolean =>
    history.some((entry) => entry.change.kind === 'response' && entry.change.actionId === actionId);
  return {
    keep: change,
    isKeeping: isChanging,
    unkept: failed.filter((action) => !isKept(action)),
  };
};
