import { useEffect, useState, type Ref } from 'react';

/** EUI hands it to its trap, but does not declare it. */
const WITHOUT_TRAP: object = { focusTrapProps: { disabled: true } };

/**
 * What makes a flyout of EUI the dialog that it says it is: one beside a page that stays in use, by the keyboard too.
 * EUI calls every overlay modal and keeps the focus inside, though it tells screen readers of a non-modal dialog. Without its trap
 * the focus comes in here when the flyout opens, and goes back to where it was when that is still there.
 */
export const useNonModal = (): { readonly ref: Ref<HTMLDivElement> } => {
  // EUI renders it into a portal, later than the effects of whoever asked for it.
  const [flyout, setFlyout] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    if (flyout === null) return undefined;
    const before = document.activeElement;
    flyout.removeAttribute('aria-modal');
    flyout.focus({ preventScroll: true });
    return () => {
      const isNowhere = document.activeElement === document.body;
      if ((isNowhere || flyout.contains(document.activeElement)) && before instanceof HTMLElement) {
        before.focus({ preventScroll: true });
      }
    };
  }, [flyout]);
  return { ref: setFlyout, ...WITHOUT_TRAP };
};
