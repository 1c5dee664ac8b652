import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getStory } from '../../common/api/get_story';
import type { Story } from '../../common/story/story';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

/** Minutes before and after the alert that are read when it is opened. */
export const FIRST_STORY_MINUTES = 15;

/** What was done through the alert's server. While a longer period is read the shorter one stays in sight. */
export const useStory = (
  alertId: string,
  minutes: number = FIRST_STORY_MINUTES
): UseQueryResult<Story> => {
  const { http } = useHost();
  return useQuery({
    queryKey: ['story', alertId, minutes],
    queryFn: async ({ signal }) => {
      const { story } = await callEndpoint(http, getStory, {
        params: { id: alertId },
        query: { minutes },
        signal,
      });
      return story;
    },
    keepPreviousData: true,
  });
};
