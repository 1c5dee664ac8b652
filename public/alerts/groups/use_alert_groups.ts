import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  groupAlerts,
  type AlertGroups,
  type GroupedBy,
} from '../../../common/api/groups/group_alerts';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';
import { toFilter, toFilterState, type ListState } from '../list_state';
import { ALERTS_KEY } from '../use_alerts';

/** The alerts of the list's filter by the server they came through or the address they came from. */
export const useAlertGroups = (
  state: ListState,
  by: GroupedBy,
  refreshMs: number | false
): UseQueryResult<AlertGroups> => {
  const { http, now } = useHost();
  const filter = toFilterState(state);
  return useQuery({
    queryKey: [ALERTS_KEY, 'groups', by, filter],
    queryFn: ({ signal }) =>
      callEndpoint(http, groupAlerts, { body: { ...toFilter(filter, now()), by }, signal }),
    refetchInterval: refreshMs,
    keepPreviousData: true,
  });
};
