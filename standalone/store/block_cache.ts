import type { EventBlockKey, TimedEvent } from './event_block';

/** Unpacked blocks, those that were read last. A block never changes: its key is that of its content. */
export interface BlockCache {
  find(key: EventBlockKey): readonly TimedEvent[] | undefined;
  keep(key: EventBlockKey, events: readonly TimedEvent[]): void;
}

/** @param most events kept at a time; a block with more than a quarter of them is not kept, so that one does not drive out all */
export const createBlockCache = (most: number): BlockCache => {
  const kept = new Map<string, readonly TimedEvent[]>();
  let count = 0;
  return {
    find(key) {
      const name = key.join(' ');
      const events = kept.get(name);
      if (events !== undefined) {
        kept.delete(name);
        kept.set(name, events);
      }
      return events;
    },
    keep(key, events) {
      const name = key.join(' ');
      if (events.length > most / 4 || kept.has(name)) return;
      kept.set(name, events);
      count += events.length;
      for (const [oldest, { length }] of kept) {
        if (count <= most) return;
        kept.delete(oldest);
        count -= length;
      }
    },
  };
};
