import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { findAlerts, type AlertPage } from '../../common/api/find_alerts';
import { callEndpoint } from '../api/call_endpoint';
import { useHost, type PageHost } from '../app/host';
import { AHEAD_MS } from '../app/query_client';
import { toAlertQuery, type ListState } from './list_state';

/** First part of the key of every question about alerts; invalidating it asks them all again. */
export const ALERTS_KEY = 'alerts';

/** How the page of alerts that a list state names is asked for. */
export const toPageQuery = ({ http, now }: PageHost, state: ListState) => {
  // Which groups are open changes nothing of a page.
  const { openGroups: _open, ...asked } = state;
  return {
    queryKey: [ALERTS_KEY, 'page', asked],
    queryFn: ({ signal }: { signal?: AbortSignal }): Promise<AlertPage> =>
      callEndpoint(http, findAlerts, { body: toAlertQuery(state, now()), signal }),
  };
};

/**
 * The page of alerts a list state names. While another page is fetched the last one stays, so that nothing jumps.
 * @param options.refreshMs pause between two fetches; false: only when asked
 * @param options.asksAnew false: a page that somebody else fetched already will do
 */
export const useAlerts = (
  state: ListState,
  { refreshMs = false, asksAnew = true }: { refreshMs?: number | false; asksAnew?: boolean } = {}
): UseQueryResult<AlertPage> => {
  const host = useHost();
  return useQuery({
    ...toPageQuery(host, state),
    refetchInterval: refreshMs,
    keepPreviousData: true,
    // The first page was asked for before anything was drawn.
    refetchOnMount: (page) => asksAnew && page.isStaleByTime(AHEAD_MS),
  });
};
