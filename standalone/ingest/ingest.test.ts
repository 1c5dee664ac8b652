import type { Logger } from '@kbn/core/server';
import { expect, test } from 'vitest';
import type { EventBatch } from '../store/event_records';
import { ingest } from './ingest';

const batch = (id: string, more: Partial<EventBatch> = {}): EventBatch => ({
  events: [{ id, index: 'logs-x', source: {} }],
  ...more,
});

const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => logger,
};

const toIds = ({ events }: EventBatch): string => events.map(({ id }) => id).join(' ');

/** Packing answers late, and the later the earlier a batch comes: what must wait for another has to do so itself. */
const createPack = (onPacked: (ids: string) => void = () => undefined) => {
  let earlier = 0;
  return async (packed: EventBatch): Promise<string> => {
    const turns = Math.max(1, 40 - 2 * earlier);
    earlier += 1;
    for (let turn = 0; turn < turns; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    onPacked(toIds(packed));
    return toIds(packed);
  };
};

/** What was stored together, by ids; `actions` is that and what was packed, in order. */
const run = async (
  batches: AsyncIterable<EventBatch> | Iterable<EventBatch>
): Promise<{ together: string[][]; actions: string[] }> => {
  const together: string[][] = [];
  const actions: string[] = [];
  await ingest<string>({
    input: {
      async *read() {
        yield* batches;
      },
    },
    findPosition: () => undefined,
    pack: createPack((ids) => actions.push(`pack ${ids}`)),
    store: (ids) => {
      actions.push(`store ${ids.join(' ')}`);
      together.push([...ids]);
    },
    signal: new AbortController().signal,
    logger,
  });
  return { together, actions };
};

test('stores a batch at once when the input has no more', async () => {
  const { together } = await run([batch('a'), batch('b'), batch('c')]);
  expect(together).toEqual([['a'], ['b'], ['c']]);
});

test('stores batches together while the input is behind', async () => {
  const { together } = await run([
    batch('a', { isBehind: true }),
    batch('b', { isBehind: true }),
    batch('c'),
    batch('d', { isBehind: true }),
  ]);
  expect(together).toEqual([['a', 'b', 'c'], ['d']]);
});

test('does not wait without end for an input that stays behind', async () => {
  const batches = Array.from({ length: 20 }, (_, n) => batch(`${n}`, { isBehind: true }));
  const { together } = await run(batches);
  expect(together.map((ids) => ids.length)).toEqual([8, 8, 4]);
});

test('packs what may be stored already only after all before it is stored', async () => {
  const { actions } = await run([
    batch('a', { mayRepeat: true }),
    batch('a again', { mayRepeat: true }),
  ]);
  expect(actions).toEqual(['pack a', 'store a', 'pack a again', 'store a again']);
});

test('stores in the order of the input, however long each batch takes to pack', async () => {
  const { together, actions } = await run(['a', 'b', 'c', 'd'].map((id) => batch(id)));
  expect(together).toEqual([['a'], ['b'], ['c'], ['d']]);
  expect(actions.at(-1)).toBe('store d');
});

test('ends with the input’s own error, after storing what came before it', async () => {
  const stored: string[] = [];
  async function* fail(): AsyncGenerator<EventBatch, void> {
    yield batch('a', { isBehind: true });
    throw new Error('no permission');
  }
  const failing = ingest<string>({
    input: { read: fail },
    findPosition: () => undefined,
    pack: createPack(),
    store: (ids) => void stored.push(...ids),
    signal: new AbortController().signal,
    logger,
  });
  await expect(failing).rejects.toThrow('no permission');
  expect(stored).toEqual(['a']);
});
