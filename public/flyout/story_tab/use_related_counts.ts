import { useQuery } from '@tanstack/react-query';
import { countAlerts } from '../../../common/api/count_alerts';
import { alertFilterSchema } from '../../../common/api/find_alerts';
import { ALERTS_KEY } from '../../alerts/use_alerts';
import type { ListState } from '../../alerts/list_state';
import { toBounds } from '../../alerts/time_range';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';

/** How many alerts each of some lists holds beside the one that is open, asked for at once; undefined until it is known. */
export const useRelatedCounts = (
  lists: readonly Pick<ListState, 'hosts' | 'users' | 'time'>[]
): readonly (number | undefined)[] => {
  const { http, now } = useHost();
  const { data } = useQuery({
    queryKey: [ALERTS_KEY, 'count', lists],
    queryFn: ({ signal }) => {
      const filters = lists.map(({ hosts, users, time }) =>
        alertFilterSchema.parse({ hosts, users, ...toBounds(time, now()) })
      );
      return callEndpoint(http, countAlerts, { body: { filters }, signal });
    },
    enabled: lists.length > 0,
  });
  return lists.map((_, place) => {
    const count = data?.counts[place];
    return count === undefined ? undefined : Math.max(0, count - 1);
  });
};
