import { useEffect } from 'react';

/**
 * Keeps the keyboard where the reader was. A button that its own click takes away or switches off, such as “Acknowledge” or “Save”,
 * leaves the focus with nothing: the next Tab would start at the top of the page, and keys of the flyout would do nothing. The
 * focus goes to what stood around it then, which acts on no key, or back to the button once that can be used again.
 */
export const useKeptFocus = (): void => {
  useEffect(() => {
    /** What had the focus last, and what it stood in, innermost first. */
    let chain: readonly HTMLElement[] = [];
    /** The same of where the focus was before it came into what stands over the page: a popover goes away as a whole. */
    let below: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      const next = target instanceof HTMLElement ? toChain(target) : [];
      if (next.at(-1) !== chain.at(-1)) below = chain;
      chain = next;
    };
    // Whoever clicks on nothing wants the focus nowhere.
    const forget = (): void => {
      chain = [];
      below = [];
    };
    const restore = (): void => {
      if (document.activeElement !== document.body) return;
      const [last] = chain;
      if (last?.isConnected === true) {
        if (!last.matches(':disabled')) last.focus({ preventScroll: true });
        return;
      }
      const around = [...chain, ...below].find((element) => element.isConnected);
      if (around === undefined) return;
      if (!around.hasAttribute('tabindex')) around.tabIndex = -1;
      around.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(restore);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, { capture: true });
    };
  }, []);
};

const toChain = (element: HTMLElement): HTMLElement[] => {
  const chain: HTMLElement[] = [];
  for (
    let one: HTMLElement | null = element;
    one !== null && one !== document.body;
    one = one.parentElement
  ) {
    chain.push(one);
  }
  return chain;
};
