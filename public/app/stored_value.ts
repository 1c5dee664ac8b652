/**
 * Remembers small things for this browser. Storage may be forbidden or full; then things are remembered until the page
 * is left, and nothing breaks.
 */
const untilReload = new Map<string, string>();

/** @returns the stored JSON value, or undefined when there is none or it is not JSON */
export const findStored = (key: string): unknown => {
  try {
    const text = untilReload.get(key) ?? window.localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const store = (key: string, value: unknown): void => {
  const text = JSON.stringify(value);
  try {
    window.localStorage.setItem(key, text);
    untilReload.delete(key);
  } catch {
    untilReload.set(key, text);
  }
};
