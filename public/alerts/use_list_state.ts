import { useCallback, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { parseListState, toSearch, type ListState } from './list_state';

export interface ListStateControl {
  readonly state: ListState;
  /** Changes part of the state; unless the page itself is changed, the list starts at its first page again. */
  readonly change: (part: Partial<ListState>) => void;
}

/** The table's filters, sorting and page, held by the address so that links and the back button work. */
export const useListState = (): ListStateControl => {
  const { search } = useLocation();
  const history = useHistory();
  const state = useMemo(() => parseListState(search), [search]);
  const change = useCallback(
    (part: Partial<ListState>) => {
      const { pathname, search: current } = history.location;
      const next = { ...parseListState(current), page: 0, ...part };
      history.push({ pathname, search: toSearch(next, current) });
    },
    [history]
  );
  return { state, change };
};
