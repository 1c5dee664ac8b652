import { useEffect } from 'react';
import { isPlainKeyInDialog } from './is_plain_key_in_dialog';
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
