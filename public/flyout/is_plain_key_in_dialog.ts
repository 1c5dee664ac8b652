/** Whether a key was pressed by itself, in the flyout, and not to type something. */
export const isPlainKeyInDialog = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"]') !== null &&
  target.closest('input, textarea, select') === null &&
  !ctrlKey &&
  !metaKey &&
  !altKey;
