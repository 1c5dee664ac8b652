import { useQuery } from '@tanstack/react-query';
import { getAlertStats, type AlertStats } from '../../../common/api/get_alert_stats';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';
import { toFilter, toFilterState, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';

/** What the alerts of the list's filter amount to, asked beside the list; undefined until it is known. */
export const useAlertStats = (
  state: ListState,
  refreshMs: number | false
): AlertStats | undefined => {
  const { http, now } = useHost();
  const filter = toFilterState(state);
  const { data } = useQuery({
    queryKey: [ALERTS_KEY, 'stats', filter],
    queryFn: ({ signal }) =>
      callEndpoint(http, getAlertStats, { body: toFilter(filter, now()), signal }),
    refetchInterval: refreshMs,
    keepPreviousData: true,
  });
  return data;
};
