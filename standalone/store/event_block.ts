import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import type { SourceEvent } from '../../common/event/source_event';

const compress = promisify(brotliCompress);
/** Of what Node brings, the fastest at packing and the smallest at that speed. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** An event with the moment it is filed under: its `@timestamp` in epoch milliseconds, rounded down. */
export interface TimedEvent {
  readonly event: SourceEvent;
  readonly time: number;
}

/**
 * Events of one minute, packed together: a twentieth of the space and half the work of storing each by itself. In V8's
 * format, which later versions of Node.js read too: it costs half of what JSON does and has objects that events share once.
 */
export interface EventBlock {
  /** Minute and content: the same events make the same key, so storing them again changes nothing. */
  readonly key: EventBlockKey;
  readonly bytes: Buffer;
}

export type EventBlockKey = [minute: number, digest: string];

const MINUTE_MS = 60_000;
const MOST_EVENTS = 1000;

export const toMinute = (time: number): number => Math.floor(time / MINUTE_MS) * MINUTE_MS;

export const toEventBlocks = async (events: readonly TimedEvent[]): Promise<EventBlock[]> => {
  const byMinute = new Map<number, TimedEvent[]>();
  for (const timed of events) {
    const minute = toMinute(timed.time);
    const known = byMinute.get(minute);
    if (known) known.push(timed);
    else byMinute.set(minute, [timed]);
  }
  const blocks: Promise<EventBlock>[] = [];
  for (const [minute, ofMinute] of byMinute) {
    for (let start = 0; start < ofMinute.length; start += MOST_EVENTS) {
      blocks.push(toBlock(minute, ofMinute.slice(start, start + MOST_EVENTS)));
    }
  }
  return Promise.all(blocks);
};

const toBlock = async (minute: number, events: readonly TimedEvent[]): Promise<EventBlock> => {
  const bytes = await compress(serialize(events), FAST);
  return { key: [minute, hash('sha256', bytes, 'hex').slice(0, 24)], bytes };
};

export const fromEventBlock = (bytes: Uint8Array): TimedEvent[] =>
  deserialize(brotliDecompressSync(bytes)) as TimedEvent[];
