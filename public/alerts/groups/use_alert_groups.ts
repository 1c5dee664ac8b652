import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { groupAlerts, type AlertGroups } from '../../../common/api/groups/group_alerts';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';
import { toFilter, toFilterState, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';

/** The alerts of the list's filter by the server they came through. */
export const useAlertGroups = (
  state: ListState,
  refreshMs: number | false
): UseQueryResult<AlertGroups> => {
  const { http, now } = useHost();
  const filter = toFilterState(state);
  return useQuery({
    queryKey: [ALERTS_KEY, 'groups', filter],
    queryFn: ({ signal }) =>
      callEndpoint(http, groupAlerts, { body: toFilter(filter, now()), signal }),
    refetchInterval: refreshMs,
    keepPreviousData: true,
  });
};
