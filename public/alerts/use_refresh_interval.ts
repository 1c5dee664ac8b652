import { useCallback, useState } from 'react';
import { findStored, store } from '../app/stored_value';

/** Seconds between two refreshes; 0 is off. */
export const REFRESH_SECONDS = [0, 5, 10, 30] as const;
export type RefreshSeconds = (typeof REFRESH_SECONDS)[number];

const KEY = 'webServerRce.refreshSeconds';
const DEFAULT_SECONDS: RefreshSeconds = 10;

/** How often the table refreshes itself, remembered in this browser. */
export const useRefreshInterval = (): [RefreshSeconds, (seconds: RefreshSeconds) => void] => {
  const [seconds, setSeconds] = useState<RefreshSeconds>(
    () => REFRESH_SECONDS.find((known) => known === findStored(KEY)) ?? DEFAULT_SECONDS
  );
  const change = useCallback((next: RefreshSeconds) => {
    store(KEY, next);
    setSeconds(next);
  }, []);
  return [seconds, change];
};
