import { useQuery } from '@tanstack/react-query';
import { getPeople, type People } from '../../../common/api/triage/get_people';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';

/** People come and go more slowly than alerts. */
const FRESH_MS = 5 * 60_000;

/** Who alerts can be assigned to; undefined until it is known, and where the host tells no users apart. */
export const usePeople = (): (People & { readonly me: string }) | undefined => {
  const { http } = useHost();
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => callEndpoint(http, getPeople, { signal }),
    staleTime: FRESH_MS,
  });
  return data?.me === undefined ? undefined : { me: data.me, others: data.others };
};
