import { useRef } from 'react';
import type { AlertPage } from '../../common/api/find_alerts';
import { useAlerts } from '../alerts/use_alerts';
import { useListState } from '../alerts/use_list_state';
import { useFlyoutPlace } from './use_flyout_place';

export interface Neighbours {
  /** From 1, among all alerts that fit the table's filters; undefined once the alert does not fit them any more. */
  readonly position: number | undefined;
  readonly total: number;
  /** Undefined at the end of the page. */
  readonly openPrevious: (() => void) | undefined;
  readonly openNext: (() => void) | undefined;
}

/**
 * The alerts before and after an alert on the table's page; undefined when it never was there (a link).
 * An alert that left the page while it was open, because it was closed, keeps its place: the next one is what came there.
 */
export const useNeighbours = (id: string): Neighbours | undefined => {
  const { open } = useFlyoutPlace();
  const { state } = useListState();
  const { data: page } = useAlerts(state, { asksAnew: false });
  const place = usePlace(id, page);
  if (page === undefined || place === undefined) return undefined;
  const toOpen = (at: number): (() => void) | undefined => {
    const neighbour = page.alerts[at];
    return neighbour === undefined ? undefined : () => open(neighbour.id);
  };
  return {
    position: place.isThere ? state.page * state.perPage + place.index + 1 : undefined,
    total: page.total,
    openPrevious: toOpen(place.index - 1),
    openNext: toOpen(place.isThere ? place.index + 1 : place.index),
  };
};

interface Place {
  readonly index: number;
  readonly isThere: boolean;
}

const usePlace = (id: string, page: AlertPage | undefined): Place | undefined => {
  const last = useRef<{ id: string; index: number } | undefined>(undefined);
  const index = page?.alerts.findIndex((alert) => alert.id === id) ?? -1;
  if (index >= 0) {
    last.current = { id, index };
    return { index, isThere: true };
  }
  return last.current?.id === id ? { index: last.current.index, isThere: false } : undefined;
};
