import { serialize } from 'node:v8';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findBlockEvents, toEventBlocks } from './event_block';

const event = { index: 'logs-x', id: 'a', source: { '@timestamp': '2026-03-01T10:00:00.000Z' } };
const time = Date.UTC(2026, 2, 1, 10);

test('gives back the events of a block', async () => {
  const [block] = await toEventBlocks({ events: [event], times: [time] });
  expect(block?.key[0]).toBe(time);
  expect(block && findBlockEvents(block)).toEqual([{ event, time }]);
});

test('reads blocks of the first versions, which held events one by one', () => {
  const bytes = brotliCompressSync(serialize([{ event, time }]));
  expect(findBlockEvents({ key: [time, 'of their text'], bytes })).toEqual([{ event, time }]);
});

test('gives nothing of a block in which any one byte is not as it was stored', async () => {
  const [block] = await toEventBlocks({ events: [event], times: [time] });
  const { key, bytes } = block ?? { key: [0, ''] as [number, string], bytes: Buffer.alloc(0) };
  expect(bytes.length).toBeGreaterThan(50);
  bytes.forEach((byte, at) => {
    const damaged = Buffer.from(bytes);
    damaged[at] = byte ^ 1;
    expect(findBlockEvents({ key, bytes: damaged })).toBeUndefined();
  });
});
