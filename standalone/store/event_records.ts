import { hash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SourceEvent } from '../../common/event/source_event';
import { findFiledTime } from './find_filed_time';
import type { StoreDatabase } from './open_database';
import {
  fromEventBlock,
  toEventBlocks,
  toMinute,
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
}

/** Events that a rule has to look at, because they match a standing query. */
export interface Arrival {
  readonly id: string;
  /** Time of the oldest of them, epoch milliseconds. */
  readonly oldest: number;
}

export interface AddedEvents {
  /** Events that were not stored before. */
  readonly added: readonly SourceEvent[];
  readonly arrival: Arrival | undefined;
  /** Events without a date in `@timestamp`, which are not stored. */
  readonly undated: number;
}

/** Periods in epoch milliseconds: `from` inclusive, `to` exclusive. */
export interface EventRecords {
  /**
   * Resolves when the events are committed; a kill after that loses none of them.
   * @param findOldestMatch looks at the new ones before they are stored: an arrival is stored together with the events
   */
  add(
    batch: EventBatch,
    findOldestMatch?: (added: readonly SourceEvent[]) => number | undefined
  ): Promise<AddedEvents>;
  /** Arrivals that no rule has looked at yet. */
  listArrivals(): Arrival[];
  removeArrivals(ids: readonly string[]): Promise<void>;
  findPosition(source: string): unknown;
  /** Events filed under a period, minute by minute in order of time; within a minute in no order. */
  read(from: number, to: number): AsyncIterable<StoredMinutePart>;
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

export const createEventRecords = ({ root, transact }: StoreDatabase): EventRecords => {
  const blocks = root.openDB<Buffer, EventBlockKey>({ name: 'event_blocks', encoding: 'binary' });
  const ids = root.openDB<string, EventBlockKey>({ name: 'event_ids', encoding: 'string' });
  const arrivals = root.openDB<number, string>({ name: 'arrivals', encoding: 'json' });
  const positions = root.openDB<unknown, string>({ name: 'positions', encoding: 'json' });

  const selectNew = (events: readonly TimedEvent[]): Map<string, TimedEvent> => {
    const fresh = new Map<string, TimedEvent>();
    for (const timed of events) {
      const digest = toDigest(`${timed.event.index}\0${timed.event.id}`);
      if (!ids.doesExist([toMinute(timed.time), digest])) fresh.set(digest, timed);
    }
    return fresh;
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
    async add({ events, position, mayRepeat = false }, findOldestMatch) {
      const timed = events.flatMap((event) => {
        const time = findFiledTime(event);
        return time === undefined ? [] : [{ event, time }];
      });
      const fresh = mayRepeat ? selectNew(timed) : undefined;
      const filed = fresh ? [...fresh.values()] : timed;
      const added = filed.map(({ event }) => event);
      const oldest = findOldestMatch?.(added);
      const arrival = oldest === undefined ? undefined : { id: randomUUID(), oldest };
      const newBlocks = await toEventBlocks(filed);
      transact(() => {
        for (const { key, bytes } of newBlocks) void blocks.put(key, bytes);
        for (const [digest, { time }] of fresh ?? []) void ids.put([toMinute(time), digest], '');
        if (arrival) void arrivals.put(arrival.id, arrival.oldest);
        if (position) void positions.put(toDigest(position.source), position.position);
      });
      return { added, arrival, undated: events.length - timed.length };
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
      for (;;) {
        const keys: EventBlockKey[] = [
          ...blocks.getKeys({ start, end: [to], limit: KEYS_AT_A_TIME, exclusiveStart: true }),
        ];
        for (const key of keys) {
          const bytes = blocks.get(key);
          // Removed by retention in the meantime.
          if (!bytes) continue;
          const events = fromEventBlock(bytes).filter(({ time }) => time >= from && time < to);
          yield { minute: key[0], events };
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
