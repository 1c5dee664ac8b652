import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useHost } from '../app/host';
import { toStoryQuery } from '../story/use_story';
import { toOneAlertQuery } from './use_alert';

/**
 * Asks for an alert and its story before they are drawn, and for both at once: the story takes longest, and would else be asked
 * for only once the alert is there.
 */
export const useAskAhead = (): ((id: string) => void) => {
  const { http } = useHost();
  const queryClient = useQueryClient();
  return useCallback(
    (id) => {
      void queryClient.prefetchQuery(toOneAlertQuery(http, id));
      void queryClient.prefetchQuery(toStoryQuery(http, id));
    },
    [http, queryClient]
  );
};
