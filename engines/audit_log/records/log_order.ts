import type { LogEntry } from './log_entry';

/** Entries that are held back, and more once one came late: what is complete only later may belong before them. */
const HELD = 1_024;
const HELD_IN_OTHER_ORDER = 100_000;

/**
 * Puts the entries of a whole log into the order of time and serial number: a child's exec may stand before its parent's where
 * a log was turned around, sorted or collected from several places.
 */
export class LogOrder {
  private held: LogEntry[] = [];
  private most = HELD;

  /** What can be given once these have come. */
  push(entries: readonly LogEntry[]): LogEntry[] {
    for (const entry of entries) {
      const last = this.held.at(-1);
      if (last && compareEntries(last, entry) > 0) this.most = HELD_IN_OTHER_ORDER;
      this.held.push(entry);
    }
    if (this.held.length <= 2 * this.most) return [];
    const sorted = toOrderOfTime(this.held);
    this.held = sorted.slice(-this.most);
    return sorted.slice(0, -this.most);
  }

  flush(): LogEntry[] {
    const sorted = toOrderOfTime(this.held);
    this.held = [];
    return [...sorted];
  }
}

/** Entries in the order of time; an exec that was delivered twice is given once. */
export const toOrderOfTime = (entries: readonly LogEntry[]): readonly LogEntry[] => {
  if (areInOrder(entries)) return entries;
  return [...entries]
    .sort(compareEntries)
    .filter((entry, index, sorted) => !isRepeated(entry, sorted[index - 1]));
};

const areInOrder = (entries: readonly LogEntry[]): boolean => {
  let last: LogEntry | undefined;
  for (const entry of entries) {
    if (last && (compareEntries(last, entry) > 0 || isRepeated(entry, last))) return false;
    last = entry;
  }
  return true;
};

const toStamp = (entry: LogEntry): { time: number; serial: number; node: string } =>
  'exec' in entry ? entry.exec : entry;

const compareEntries = (one: LogEntry, other: LogEntry): number => {
  const [a, b] = [toStamp(one), toStamp(other)];
  if (a.time !== b.time) return a.time - b.time;
  if (a.serial !== b.serial) return a.serial - b.serial;
  return a.node === b.node ? 0 : a.node < b.node ? -1 : 1;
};

const isRepeated = (entry: LogEntry, last: LogEntry | undefined): boolean =>
  entry.kind === 'exec' && last?.kind === 'exec' && compareEntries(entry, last) === 0;
