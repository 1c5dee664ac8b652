import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getReadiness, type Readiness } from '../../common/api/get_readiness';
import { CHECK_IDS } from '../../common/readiness/readiness';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { findKibanaChecks } from './find_kibana_checks';

const REFRESH_MS = 30_000;

/** Everything that can be checked, in the order in which it is shown. */
export const useReadiness = (): UseQueryResult<Readiness> => {
  const { http } = useHost();
  return useQuery({
    queryKey: ['readiness'],
    queryFn: async ({ signal }) => {
      const [{ checks, hosts }, ofKibana] = await Promise.all([
        callEndpoint(http, getReadiness, { signal }),
        findKibanaChecks(http, signal),
      ]);
      const all = [...checks, ...ofKibana];
      const inOrder = CHECK_IDS.flatMap((id) => all.filter((check) => check.id === id));
      return { checks: inOrder, hosts };
    },
    refetchInterval: REFRESH_MS,
  });
};
