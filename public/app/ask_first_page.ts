import type { QueryClient } from '@tanstack/react-query';
import type { Location } from 'history';
import { matchPath } from 'react-router-dom';
import { parseListState } from '../alerts/list_state';
import { toPageQuery } from '../alerts/use_alerts';
import { READINESS_PATH } from '../readiness/readiness_title';
import type { PageHost } from './host';

/** A reader who sees nothing for longer takes the page for a dead one: then it is drawn without its alerts. */
const LONGEST_MS = 100;

/**
 * Asks for the alerts of the list that the address names, before anything is drawn, and waits for them a little: most often they
 * come sooner than the page could be drawn without them, and drawing it once takes half as long as drawing it twice.
 */
export const askFirstPage = async (
  host: PageHost,
  queryClient: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>
): Promise<void> => {
  if (matchPath(pathname, { path: ['/rules/:id', READINESS_PATH] }) !== null) return;
  const answer = queryClient.prefetchQuery(toPageQuery(host, parseListState(search)));
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
};
