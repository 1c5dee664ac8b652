import type { KeyboardEvent } from 'react';

/**
 * Keys of a row that has the focus itself: Enter opens it, the arrows walk to its neighbours.
 * On key down, not up as EUI's own: closing the flyout with Enter gives the focus back to the row before the key is
 * let go, and would open it again.
 */
export const handleRowKey = (event: KeyboardEvent<HTMLElement>, open: () => void): void => {
  const row = event.currentTarget;
  if (event.target !== row) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    open();
    return;
  }
  const neighbour = findNeighbour(row, event.key);
  if (neighbour === undefined) return;
  event.preventDefault();
  neighbour.focus();
};

const findNeighbour = (row: HTMLElement, key: string): HTMLElement | undefined => {
  const sibling =
    key === 'ArrowDown'
      ? row.nextElementSibling
      : key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  return sibling instanceof HTMLElement ? sibling : undefined;
};
