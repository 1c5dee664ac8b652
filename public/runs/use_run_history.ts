import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { getRuns } from '../../common/api/runs/get_runs';
import { searchAgain } from '../../common/api/runs/search_again';
import type { RunHistory } from '../../common/run/run_history';
import type { Period } from '../../common/story/period';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

const REFRESH_MS = 10_000;

const toKey = (ruleUuid: string): unknown[] => ['runs', ruleUuid];

/** What is kept of a rule's runs, read again while it is looked at. */
export const useRunHistory = (ruleUuid: string): UseQueryResult<RunHistory> => {
  const { http } = useHost();
  return useQuery({
    queryKey: toKey(ruleUuid),
    queryFn: async ({ signal }) =>
      (await callEndpoint(http, getRuns, { params: { id: ruleUuid }, signal })).history,
    refetchInterval: REFRESH_MS,
  });
};

export interface SearchAgainControl {
  readonly ask: (period: Period) => void;
  readonly isAsking: boolean;
}

/** Has a period searched again, and says so. */
export const useSearchAgain = (ruleUuid: string): SearchAgainControl => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: ({ from, to }: Period) =>
      callEndpoint(http, searchAgain, { params: { id: ruleUuid }, body: { from, to } }),
    onSuccess: ({ history }) => {
      queryClient.setQueryData(toKey(ruleUuid), history);
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.runs.asked', {
          defaultMessage: 'The next run searches this period again',
        }),
      });
    },
    onError: (error) =>
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.runs.notAsked', {
          defaultMessage: 'The period is not searched again',
        }),
        text: toApiError(error).message,
      }),
  });
  return { ask: mutate, isAsking: isLoading };
};
