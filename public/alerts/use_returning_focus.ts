import { useEffect, useRef } from 'react';

/** When an alert is closed, the focus goes to its row again, whichever way it was opened, and the page stays where it is. */
export const useReturningFocus = (openId: string | undefined): void => {
  const last = useRef(openId);
  useEffect(() => {
    const closed = last.current;
    last.current = openId;
    if (closed === undefined || openId !== undefined) return undefined;
    // After the flyout, which gives the focus to wherever it was: to nothing, where a row was clicked.
    const timer = setTimeout(() => findOpener(closed)?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, [openId]);
};

const findOpener = (id: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-test-subj="webServerRceOpenAlert"]')].find(
    (element) => element.dataset['alertId'] === id
  );
