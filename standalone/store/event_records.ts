import { hash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SourceEvent } from '../../common/event/source_event';
import { createBlockCache } from './block_cache';
import { findFiledTime } from './find_filed_time';
import type { StoreDatabase } from './open_database';
import { toDamageSentence } from './to_damage_sentence';
import {
  findBlockEvents,
  toEventBlocks,
  toMinute,
  type EventBlock,
  type EventBlockKey,
  type TimedEvent,
} from './event_block';

/** Where a source stands: its name, and whatever it needs to go on from there. */
export interface SourcePosition {
  readonly source: string;
  readonly position: unknown;
}

export interface EventBatch {
  readonly events: readonly SourceEvent[];
  /** Stored in the transaction that stores the events: both are there or neither is. */
  readonly position?: SourcePosition;
  /** The source may give events that are stored already; without it none of them are looked up. */
  readonly mayRepeat?: boolean;
  /** The source has more at hand, so that storing may wait for it. */
  readonly isBehind?: boolean;
}

/** Events that a rule has to look at, because they match a standing query. */
export interface Arrival {
  readonly id: string;
  /** Time of the oldest of them, epoch milliseconds. */
  readonly oldest: number;
}

/** A batch ready to be stored. */
export interface PackedBatch {
  readonly blocks: readonly EventBlock[];
  /** What the events of a source that may repeat them are known by. */
  readonly ids: readonly EventBlockKey[];
  readonly arrival: Arrival | undefined;
  readonly position: SourcePosition | undefined;
}

/** Periods in epoch milliseconds: `from` inclusive, `to` exclusive. */
export interface EventRecords {
  /**
   * Makes a batch ready to be stored. Events that are stored already, and those without a date in `@timestamp`, are left out.
   * @param findOldestMatch looks at the others: an arrival is stored together with the events
   */
  pack(
    batch: EventBatch,
    findOldestMatch?: (added: readonly SourceEvent[]) => number | undefined
  ): Promise<PackedBatch>;
  /**
   * Stores batches, all of them or none; a kill after that loses nothing of them.
   * @throws Error with a sentence when the disk refuses
   */
  store(batches: readonly PackedBatch[]): void;
  /** Arrivals that no rule has looked at yet. */
  listArrivals(): Arrival[];
  removeArrivals(ids: readonly string[]): Promise<void>;
  findPosition(source: string): unknown;
  /** Events filed under a period, minute by minute in order of time; within a minute in no order. Damaged blocks are skipped. */
  read(from: number, to: number): AsyncIterable<StoredMinutePart>;
  /** All events, those of the newest minute first. */
  readNewest(): AsyncIterable<StoredMinutePart>;
  isEmpty(): boolean;
  /** Removes whole minutes before a moment. @returns how many blocks */
  removeBefore(time: number): Promise<number>;
  /** Removes the oldest minute. @returns the bytes of its blocks, undefined when there is none */
  removeOldestMinute(): Promise<number | undefined>;
}

export interface StoredMinutePart {
  readonly minute: number;
  readonly events: readonly TimedEvent[];
}

/** Keys fetched at a time, so that no read transaction outlives a turn of the event loop. */
const KEYS_AT_A_TIME = 64;

/** A story and a rule's run ask of the same minutes again and again, and unpacking is most of a search. */
const MOST_CACHED_EVENTS = 5000;

/** @param warn is told of blocks that can't be read, once of each */
export const createEventRecords = (
  { root, transact }: StoreDatabase,
  warn: (sentence: string) => void
): EventRecords => {
  const blocks = root.openDB<Buffer, EventBlockKey>({ name: 'event_blocks', encoding: 'binary' });
  const ids = root.openDB<string, EventBlockKey>({ name: 'event_ids', encoding: 'string' });
  const arrivals = root.openDB<number, string>({ name: 'arrivals', encoding: 'json' });
  const positions = root.openDB<unknown, string>({ name: 'positions', encoding: 'json' });

  const cache = createBlockCache(MOST_CACHED_EVENTS);
  /** The events with a date; where they may be repeated, those that are not stored yet, and what they are known by. */
  const file = (events: readonly SourceEvent[], mayRepeat: boolean) => {
    const filed = { events: new Array<SourceEvent>(), times: new Array<number>() };
    const newIds = new Map<string, EventBlockKey>();
    for (const event of events) {
      const time = findFiledTime(event);
      if (time === undefined) continue;
      if (mayRepeat) {
        const digest = toDigest(`${event.index}\0${event.id}`);
        const id: EventBlockKey = [toMinute(time), digest];
        if (newIds.has(digest) || ids.doesExist(id)) continue;
        newIds.set(digest, id);
      }
      filed.events.push(event);
      filed.times.push(time);
    }
    return { filed, ids: [...newIds.values()] };
  };

  /** Damaged blocks met so far, by key. */
  const damaged = new Set<string>();
  const warnOfDamage = (keys: readonly EventBlockKey[]): void => {
    const fresh = keys.filter(([minute, digest]) => !damaged.has(`${minute} ${digest}`));
    const [first] = fresh;
    if (!first) return;
    for (const [minute, digest] of fresh) damaged.add(`${minute} ${digest}`);
    warn(toDamageSentence(first[0], damaged.size));
  };

  const keysOf = (start: number, end: number, limit?: number): EventBlockKey[] => [
    ...blocks.getKeys({ start: [start], end: [end], ...(limit !== undefined && { limit }) }),
  ];

  const removeBlocks = async (keys: readonly EventBlockKey[]): Promise<void> => {
    const minutes = new Set(keys.map(([minute]) => minute));
    transact(() => {
      for (const key of keys) void blocks.remove(key);
      for (const minute of minutes) {
        const known = [...ids.getKeys({ start: [minute], end: [minute + 1] })];
        for (const key of known) void ids.remove(key);
      }
    });
  };

  return {
    async pack({ events, position, mayRepeat = false }, findOldestMatch) {
      const { filed, ids: newIds } = file(events, mayRepeat);
      const oldest = findOldestMatch?.(filed.events);
      return {
        blocks: await toEventBlocks(filed),
        ids: newIds,
        arrival: oldest === undefined ? undefined : { id: randomUUID(), oldest },
        position,
      };
    },

    store(batches) {
      transact(() => {
        for (const batch of batches) {
          for (const { key, bytes } of batch.blocks) void blocks.put(key, bytes);
          for (const id of batch.ids) void ids.put(id, '');
          const { arrival, position } = batch;
          if (arrival) void arrivals.put(arrival.id, arrival.oldest);
          if (position) void positions.put(toDigest(position.source), position.position);
        }
      });
    },

    listArrivals: () =>
      [...arrivals.getRange()].map(({ key, value }) => ({ id: key, oldest: value })),

    async removeArrivals(gone) {
      transact(() => {
        for (const id of gone) void arrivals.remove(id);
      });
    },

    findPosition: (source) => positions.get(toDigest(source)),

    async *read(from, to) {
      // Another thread writes: what it has committed by now is to be seen.
      root.resetReadTxn();
      let start: [number] | EventBlockKey = [toMinute(from)];
      const unreadable: EventBlockKey[] = [];
      for (;;) {
        const keys: EventBlockKey[] = [
          ...blocks.getKeys({ start, end: [to], limit: KEYS_AT_A_TIME, exclusiveStart: true }),
        ];
        for (const key of keys) {
          const bytes = cache.find(key) ?? blocks.get(key);
          // Removed by retention in the meantime.
          if (!bytes) continue;
          const events = Buffer.isBuffer(bytes) ? findBlockEvents({ key, bytes }) : bytes;
          if (events) {
            cache.keep(key, events);
            yield {
              minute: key[0],
              events: events.filter(({ time }) => time >= from && time < to),
            };
          } else unreadable.push(key);
          await nextTurn();
        }
        warnOfDamage(unreadable);
        const last = keys.at(-1);
        if (!last || keys.length < KEYS_AT_A_TIME) return;
        start = last;
      }
    },

    async *readNewest() {
      root.resetReadTxn();
      let start: [number] | EventBlockKey = [Infinity];
      for (;;) {
        const keys: EventBlockKey[] = [
          ...blocks.getKeys({
            ...{ start, end: [-Infinity], reverse: true },
            ...{ limit: KEYS_AT_A_TIME, exclusiveStart: true },
          }),
        ];
        for (const key of keys) {
          const bytes = blocks.get(key);
          const events = bytes && findBlockEvents({ key, bytes });
          // Damaged blocks are told of where they are searched.
          if (events) yield { minute: key[0], events };
          await nextTurn();
        }
        const last = keys.at(-1);
        if (!last || keys.length < KEYS_AT_A_TIME) return;
        start = last;
      }
    },

    isEmpty: () => keysOf(-Infinity, Infinity, 1).length === 0,

    async removeBefore(time) {
      let removed = 0;
      for (;;) {
        const keys = keysOf(-Infinity, toMinute(time), KEYS_AT_A_TIME);
        if (keys.length === 0) return removed;
        await removeBlocks(keys);
        removed += keys.length;
      }
    },

    async removeOldestMinute() {
      const [first] = keysOf(-Infinity, Infinity, 1);
      if (!first) return undefined;
      const keys = keysOf(first[0], first[0] + 1);
      const bytes = keys.reduce((sum, key) => sum + (blocks.get(key)?.length ?? 0), 0);
      await removeBlocks(keys);
      return bytes;
    },
  };
};

const toDigest = (text: string): string => hash('sha256', text, 'hex').slice(0, 24);
