import { useEffect } from 'react';
import type { Neighbours } from './use_neighbours';

/** While the focus is in the flyout, `j` goes to the next alert and `k` to the previous one, as in a mail reader. */
export const useNeighbourKeys = (neighbours: Neighbours | undefined): void => {
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (neighbours === undefined || !isPlainKeyInDialog(event)) return;
      if (event.key === 'j') neighbours.openNext?.();
      if (event.key === 'k') neighbours.openPrevious?.();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [neighbours]);
};

const isPlainKeyInDialog = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"]') !== null &&
  target.closest('input, textarea, select') === null &&
  !ctrlKey &&
  !metaKey &&
  !altKey;
