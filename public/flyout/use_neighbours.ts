import { useAlerts } from '../alerts/use_alerts';
import { useListState } from '../alerts/use_list_state';
import { useFlyoutPlace } from './use_flyout_place';

export interface Neighbours {
  /** From 1, among all alerts that fit the table's filters. */
  readonly position: number;
  readonly total: number;
  /** Undefined at the end of the page. */
  readonly openPrevious: (() => void) | undefined;
  readonly openNext: (() => void) | undefined;
}

/** The alerts before and after an alert on the table's page; undefined when it is not there (a link, another filter). */
export const useNeighbours = (id: string): Neighbours | undefined => {
  const { open } = useFlyoutPlace();
  const { state } = useListState();
  const { data: page } = useAlerts(state, false);
  const index = page?.alerts.findIndex((alert) => alert.id === id) ?? -1;
  if (page === undefined || index < 0) return undefined;
  const toOpen = (at: number): (() => void) | undefined => {
    const neighbour = page.alerts[at];
    return neighbour === undefined ? undefined : () => open(neighbour.id);
  };
  return {
    position: state.page * state.perPage + index + 1,
    total: page.total,
    openPrevious: index === 0 ? undefined : toOpen(index - 1),
    openNext: toOpen(index + 1),
  };
};
