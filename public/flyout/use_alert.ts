import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HttpSetup } from '@kbn/core/public';
import type { Alert } from '../../common/alert/alert';
import { getAlert } from '../../common/api/get_alert';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { callEndpoint } from '../api/call_endpoint';
import { AHEAD_MS } from '../app/query_client';
import { useHost } from '../app/host';

/** How the whole of one alert is asked for. */
export const toOneAlertQuery = (http: HttpSetup, id: string) => ({
  queryKey: [ALERTS_KEY, 'one', id],
  queryFn: async ({ signal }: { signal?: AbortSignal }): Promise<Alert> => {
    const { alert } = await callEndpoint(http, getAlert, { params: { id }, signal });
    return alert;
  },
  staleTime: AHEAD_MS,
});

/** The whole of one alert, whether or not it is on the table's page. */
export const useAlert = (id: string): UseQueryResult<Alert> => {
  const { http } = useHost();
  return useQuery(toOneAlertQuery(http, id));
};
