import { useCallback, useMemo } from 'react';
import { useHistory, useLocation, useRouteMatch } from 'react-router-dom';
import { FLYOUT_TABS, type FlyoutTab } from './flyout_tab';

export interface FlyoutPlace {
  /** Id of the open alert; undefined while no flyout is open. */
  readonly id: string | undefined;
  readonly tab: FlyoutTab;
  /** Opens an alert, keeping the table's filters and the tab. */
  readonly open: (id: string) => void;
  readonly showTab: (tab: FlyoutTab) => void;
  readonly close: () => void;
}

const TAB = 'tab';

/** Which alert is open and which of its tabs: held by the address, so that a link to it shows the same. */
export const useFlyoutPlace = (): FlyoutPlace => {
  const history = useHistory();
  const { search } = useLocation();
  const id = useRouteMatch<{ id: string }>('/alerts/:id')?.params.id;
  const tab = useMemo(() => {
    const named = new URLSearchParams(search).get(TAB);
    return FLYOUT_TABS.find((known) => known === named) ?? 'story';
  }, [search]);
  const open = useCallback(
    (next: string) =>
      history.push({
        pathname: `/alerts/${encodeURIComponent(next)}`,
        search: history.location.search,
      }),
    [history]
  );
  // Replaced, not pushed: the back button leads to the table, not through every tab.
  const showTab = useCallback(
    (next: FlyoutTab) =>
      history.replace({
        pathname: history.location.pathname,
        search: withTab(history.location.search, next),
      }),
    [history]
  );
  const close = useCallback(
    () => history.push({ pathname: '/', search: withTab(history.location.search, undefined) }),
    [history]
  );
  return { id, tab, open, showTab, close };
};

const withTab = (search: string, tab: FlyoutTab | undefined): string => {
  const params = new URLSearchParams(search);
  if (tab === undefined || tab === 'story') params.delete(TAB);
  else params.set(TAB, tab);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};
