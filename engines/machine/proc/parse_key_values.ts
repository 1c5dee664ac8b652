/** Reads the `Key: value` lines of `/proc/PID/status`, `/proc/PID/io` and their like; the first of a key counts. */
export const parseKeyValues = (text: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const key = line.slice(0, colon).trim();
    if (!values.has(key)) values.set(key, line.slice(colon + 1).trim());
  }
  return values;
};

/** The value of one key in the same kind of text, which costs less than reading all; the first of a key counts. */
export const findKeyValue = (text: string, key: string): string | undefined => {
  const label = `\n${key}:`;
  const start = text.startsWith(label.slice(1)) ? 0 : text.indexOf(label) + 1;
  if (start === 0 && !text.startsWith(label.slice(1))) return undefined;
  const end = text.indexOf('\n', start);
  return text.slice(start + label.length - 1, end < 0 ? undefined : end).trim();
};
