import type { Cursor } from './cursor';

/** What a sticky expression matches here, moving behind it; empty when it doesn't match. */
export const take = (cursor: Cursor, sticky: RegExp): string => {
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
};
