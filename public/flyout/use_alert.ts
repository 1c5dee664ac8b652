import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Alert } from '../../common/alert/alert';
import type { AlertPage } from '../../common/api/find_alerts';
import { getAlert } from '../../common/api/get_alert';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** One alert, whether or not it is on the table's page. What the table knows of it is shown until the answer is here. */
export const useAlert = (id: string): UseQueryResult<Alert> => {
  const { http } = useHost();
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: [ALERTS_KEY, 'one', id],
    queryFn: async ({ signal }) => {
      const { alert } = await callEndpoint(http, getAlert, { params: { id }, signal });
      return alert;
    },
    placeholderData: () =>
      queryClient
        .getQueriesData<AlertPage>({ queryKey: [ALERTS_KEY, 'page'] })
        .flatMap(([, page]) => page?.alerts ?? [])
        .find((alert) => alert.id === id),
  });
};
