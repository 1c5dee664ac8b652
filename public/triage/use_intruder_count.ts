import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../common/alert/alert';
import { countAlerts } from '../../common/api/count_alerts';
import type { AlertFilter } from '../../common/api/find_alerts';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** How many open alerts there are of the alert's intruder beside itself; 0 until they are counted. */
export const useIntruderCount = (
  { status }: Pick<Alert, 'status'>,
  filter: AlertFilter | undefined,
  isAsked: boolean
): number => {
  const { http } = useHost();
  const { data } = useQuery({
    queryKey: [ALERTS_KEY, 'intruder', filter],
    queryFn: ({ signal }) =>
      callEndpoint(http, countAlerts, {
        body: { filters: filter === undefined ? [] : [filter] },
        signal,
      }),
    enabled: isAsked && filter !== undefined,
  });
  return Math.max(0, (data?.counts[0] ?? 0) - (status === 'open' ? 1 : 0));
};
