import { QueryClient } from '@tanstack/react-query';

/** What was asked for ahead is not asked for again when it is drawn, nor for each tab that shows it. */
export const AHEAD_MS = 10_000;

const silent = (): void => undefined;

/**
 * Requests are not retried behind the reader's back: a failure is shown at once, with a button to try again.
 * `networkMode: always`, because a stand-alone host answers on loopback even when the browser thinks it is offline.
 * Nothing is logged: every failure is on the page.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    logger: { log: silent, warn: silent, error: silent },
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
