import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Alert } from '../../common/alert/alert';
import { getAlert } from '../../common/api/get_alert';
import { ALERTS_KEY } from '../alerts/use_alerts';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** The whole of one alert, whether or not it is on the table's page. */
export const useAlert = (id: string): UseQueryResult<Alert> => {
  const { http } = useHost();
  return useQuery({
    queryKey: [ALERTS_KEY, 'one', id],
    queryFn: async ({ signal }) => {
      const { alert } = await callEndpoint(http, getAlert, { params: { id }, signal });
      return alert;
    },
  });
};
