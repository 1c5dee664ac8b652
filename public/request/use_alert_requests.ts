import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { findAlertRequests, type RequestAnswer } from '../../common/api/find_alert_requests';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** Which requests the web server answered around the alert, the likeliest first. */
export const useAlertRequests = (alertId: string): UseQueryResult<RequestAnswer> => {
  const { http } = useHost();
  return useQuery({
    queryKey: ['requests', alertId],
    queryFn: ({ signal }) =>
      callEndpoint(http, findAlertRequests, { params: { id: alertId }, signal }),
  });
};
