import { expect, test } from 'vitest';
import type { AuditBatch } from '../../audit_log/audit_log_follower';
import { mergeBatches } from './merge_batches';

const batch = (
  offset: number,
  count: number,
  hasMore: boolean,
  mayHaveMissed = false
): AuditBatch => ({
  events: Array.from({ length: count }, (_, n) => ({
    id: `${offset}-${n}`,
    index: 'logs-x',
    source: {},
  })),
  position: { inode: '1', head: '', offset, given: [] },
  hasMore,
  mayHaveMissed,
});

const read = async (batches: AsyncIterator<AuditBatch, void>): Promise<AuditBatch[]> => {
  const merged: AuditBatch[] = [];
  for await (const one of mergeBatches(batches)) merged.push(one);
  return merged;
};

async function* give(...batches: AuditBatch[]): AsyncGenerator<AuditBatch, void> {
  yield* batches;
}

test('makes one batch of those that come while there is more, with the last position', async () => {
  const merged = await read(
    give(batch(1, 2, true), batch(2, 1, true, true), batch(3, 3, false), batch(4, 1, false))
  );
  expect(merged.map(({ events, position }) => [events.length, position?.offset])).toEqual([
    [6, 3],
    [1, 4],
  ]);
  expect(merged.map(({ mayHaveMissed }) => mayHaveMissed)).toEqual([true, false]);
});

test('does not let a batch grow without end', async () => {
  const merged = await read(give(...Array.from({ length: 10 }, (_, at) => batch(at, 1000, true))));
  expect(merged.map(({ events }) => events.length)).toEqual([4000, 4000, 2000]);
});

test('does not wait for more than a moment when none comes', async () => {
  let goOn: () => void = () => undefined;
  const isTold = new Promise<void>((resolve) => (goOn = resolve));
  async function* giveSlowly(): AsyncGenerator<AuditBatch, void> {
    yield batch(1, 1, true);
    await isTold;
    yield batch(2, 1, false);
  }
  const merged: (number | undefined)[] = [];
  for await (const { position } of mergeBatches(giveSlowly())) {
    merged.push(position?.offset);
    goOn();
  }
  expect(merged).toEqual([1, 2]);
});

test('ends with the input’s own error', async () => {
  async function* fail(): AsyncGenerator<AuditBatch, void> {
    yield batch(1, 1, false);
    throw new Error('no permission');
  }
  await expect(read(fail())).rejects.toThrow('no permission');
});
