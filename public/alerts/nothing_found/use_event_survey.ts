import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getEventSurvey, type EventSurvey } from '../../../common/api/get_event_survey';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';

const REFRESH_MS = 30_000;

/** What there is to search; asked only where no alert is there to show. */
export const useEventSurvey = (): UseQueryResult<EventSurvey> => {
  const { http } = useHost();
  return useQuery({
    queryKey: ['event_survey'],
    queryFn: ({ signal }) => callEndpoint(http, getEventSurvey, { signal }),
    refetchInterval: REFRESH_MS,
  });
};
