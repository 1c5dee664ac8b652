import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HttpSetup } from '@kbn/core/public';
import { getStory } from '../../common/api/get_story';
import type { Story } from '../../common/story/story';
import { callEndpoint } from '../api/call_endpoint';
import { AHEAD_MS } from '../app/query_client';
import { useHost } from '../app/host';

/** Minutes before and after the alert that are read when it is opened. */
export const FIRST_STORY_MINUTES = 15;

/** How what was done through the alert's server is asked for. */
export const toStoryQuery = (
  http: HttpSetup,
  alertId: string,
  minutes: number = FIRST_STORY_MINUTES
) => ({
  queryKey: ['story', alertId, minutes],
  queryFn: async ({ signal }: { signal?: AbortSignal }): Promise<Story> => {
    const { story } = await callEndpoint(http, getStory, {
      params: { id: alertId },
      query: { minutes },
      signal,
    });
    return story;
  },
  staleTime: AHEAD_MS,
});

/** What was done through the alert's server. While a longer period is read the shorter one stays in sight. */
export const useStory = (
  alertId: string,
  minutes: number = FIRST_STORY_MINUTES
): UseQueryResult<Story> => {
  const { http } = useHost();
  return useQuery({ ...toStoryQuery(http, alertId, minutes), keepPreviousData: true });
};
