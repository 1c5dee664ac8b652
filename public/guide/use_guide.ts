import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getGuide } from '../../common/api/get_guide';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** The investigation guide of one alert, its queries filled by the server. */
export const useGuide = (alertId: string): UseQueryResult<readonly FilledGuidePart[]> => {
  const { http, locale } = useHost();
  return useQuery({
    queryKey: ['guide', alertId, locale],
    queryFn: async ({ signal }) => {
      const { parts } = await callEndpoint(http, getGuide, {
        params: { id: alertId },
        query: { locale },
        signal,
      });
      return parts;
    },
    staleTime: Infinity,
  });
};
