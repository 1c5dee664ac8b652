import { useAlerts } from '../alerts/use_alerts';
import { DEFAULT_LIST_STATE, type ListState } from '../alerts/list_state';

/** How many alerts a list holds beside the one that is open; undefined until it is known. */
export const useRelatedCount = (part: Partial<ListState>): number | undefined => {
  const { data, isPreviousData } = useAlerts(
    { ...DEFAULT_LIST_STATE, statuses: [], perPage: 10, ...part },
    false
  );
  return data === undefined || isPreviousData ? undefined : Math.max(0, data.total - 1);
};
