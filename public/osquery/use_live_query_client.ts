import { useMemo } from 'react';
import { useHost } from '../app/host';
import { createLiveQueryClient, type LiveQueryClient } from './live_query_client';

export const useLiveQueryClient = (): LiveQueryClient => {
  const { http } = useHost();
  return useMemo(() => createLiveQueryClient(http), [http]);
};
