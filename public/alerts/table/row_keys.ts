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
  let sibling: Element | null = row;
  do {
    if (key === 'ArrowDown') sibling = sibling.nextElementSibling;
    else if (key === 'ArrowUp') sibling = sibling.previousElementSibling;
    else return undefined;
    // What stands below an opened row is no row to walk to.
  } while (sibling instanceof HTMLElement && sibling.tabIndex < 0);
  return sibling instanceof HTMLElement ? sibling : undefined;
};
