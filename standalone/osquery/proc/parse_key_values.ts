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
