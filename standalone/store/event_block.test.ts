import { serialize } from 'node:v8';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fromEventBlock, toEventBlocks } from './event_block';

const event = { index: 'logs-x', id: 'a', source: { '@timestamp': '2026-03-01T10:00:00.000Z' } };
const time = Date.UTC(2026, 2, 1, 10);

test('gives back the events of a block', async () => {
  const [block] = await toEventBlocks({ events: [event], times: [time] });
  expect(block?.key[0]).toBe(time);
  expect(fromEventBlock(block?.bytes ?? Buffer.alloc(0))).toEqual([{ event, time }]);
});

test('reads blocks of the first versions, which held events one by one', () => {
  expect(fromEventBlock(brotliCompressSync(serialize([{ event, time }])))).toEqual([
    { event, time },
  ]);
});
