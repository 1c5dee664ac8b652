import { useCallback, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { parseListState, toSearch, type ListState } from './list_state';

export interface ListStateControl {
  readonly state: ListState;
  /** Changes part of the state; unless the page itself is changed, the list starts at its first page again. */
  readonly change: (part: Partial<ListState>) => void;
  /** The same without a step for the back button: for what is being typed. */
  readonly refine: (part: Partial<ListState>) => void;
}

/** The table's filters, sorting and page, held by the address so that links and the back button work. */
export const useListState = (): ListStateControl => {
  const { search } = useLocation();
  const history = useHistory();
  // What of the address is the list's: opening another tab of an alert leaves the list as it is, and nothing of it is drawn anew.
  const own = toSearch(parseListState(search), '');
  const state = useMemo(() => parseListState(own), [own]);
  const toPlace = useCallback(
    (part: Partial<ListState>) => {
      const { pathname, search: current } = history.location;
      const next = { ...parseListState(current), page: 0, ...part };
      return { pathname, search: toSearch(next, current) };
    },
    [history]
  );
  const change = useCallback(
    (part: Partial<ListState>) => history.push(toPlace(part)),
    [history, toPlace]
  );
  const refine = useCallback(
    (part: Partial<ListState>) => history.replace(toPlace(part)),
    [history, toPlace]
  );
  return useMemo(() => ({ state, change, refine }), [state, change, refine]);
};
