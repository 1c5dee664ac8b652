import { describe, expect, test } from 'vitest';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';
import { compareOrdinals } from './search/ordinal';
import { SequenceMatcher } from './search/sequence_matcher';
import { findMatchedTerms, toSequencePlan } from './search/sequence_plan';
import { createScope } from './compile/query_scope';
import { searchSequences } from './search_sequences';

const at = (id: number, time: number, category: string, fields: object = {}) => ({
  id,
  source: { '@timestamp': time, event: { category }, ...fields },
});

describe('searching sequences', () => {
  test('gives items and keys of every match', () => {
    const items = [at(1, 1, 'a', { k: ['x', 'y'] }), at(2, 2, 'b', { k: 'y', n: 7 })];
    const found = searchSequences(
      parseEql('sequence by k with maxspan=1s [a where true] ![c where true] [b where true]'),
      items
    );
    expect(found).toEqual([{ items: [items[0], null, items[1]], keys: ['y'] }]);
  });

  test('a number and its text are the same key', () => {
    const items = [at(1, 1, 'a', { k: 33 }), at(2, 2, 'b', { k: '33' })];
    const [found] = searchSequences(parseEql('sequence by k [a where true] [b where true]'), items);
    expect(found?.keys).toEqual([33n]);
  });

  test('dates as keys are milliseconds, however they are written', () => {
    const fields = fromMapping({ properties: { k: { type: 'date' } } });
    const items = [at(1, 1, 'a', { k: '1970-01-01T00:00:01Z' }), at(2, 2, 'b', { k: 1000 })];
    const query = parseEql('sequence by k [a where true] [b where true]');
    expect(searchSequences(query, items, { fields })[0]?.keys).toEqual([1000n]);
  });

  test('events without a time take no part', () => {
    const items = [{ source: { event: { category: 'a' } } }, at(2, 2, 'b')];
    expect(searchSequences(parseEql('sequence [a where true] [b where true]'), items)).toEqual([]);
  });

  test('a broken promise of order is noticed', () => {
    const items = [at(1, 2, 'a'), at(2, 1, 'b')];
    const query = parseEql('sequence [a where true] [b where true]');
    expect(() => searchSequences(query, items, { areEventsInOrder: true })).toThrow(
      'events_out_of_order'
    );
    expect(searchSequences(query, items)).toEqual([]);
  });

  test('waiting for what must not follow does not change the order of results', () => {
    const query = parseEql(
      'sequence by k with maxspan=10ms [a where true] [b where true] ![c where true]'
    );
    const items = [
      at(1, 1, 'a', { k: 1 }),
      at(2, 2, 'a', { k: 2 }),
      at(3, 3, 'b', { k: 2 }),
      at(4, 4, 'b', { k: 1 }),
      at(5, 50, 'c', { k: 2 }),
    ];
    const ids = searchSequences(query, items, { areEventsInOrder: true }).map(
      ({ keys }) => keys[0]
    );
    expect(ids).toEqual([2n, 1n]);
  });
});

describe('memory', () => {
  /** How many keys have state at most while events stream by. */
  const countKeys = (text: string, keyOf: (index: number) => string, count: number): number => {
    const { statement } = parseEql(text);
    if (statement.kind !== 'sequence') throw new Error('no sequence');
    const scope = createScope();
    const plan = toSequencePlan(statement, scope);
    const matcher = new SequenceMatcher(plan, { onComplete: () => {}, onMissingBehind: () => {} });
    let most = 0;
    for (let index = 0; index < count; index += 1) {
      const item = at(index, index, index % 2 === 0 ? 'a' : 'b', { k: keyOf(index) });
      const time = BigInt(index) * 1_000_000n;
      const matched = findMatchedTerms(plan, item.source);
      if (matched !== undefined)
        matcher.add(item, matched, { time, tiebreaker: null, position: index }, time);
      most = Math.max(most, matcher.keyCount);
    }
    return most;
  };

  test('grows with the keys that are alive, not with the events', () => {
    const text = 'sequence by k [a where true] [b where true] [never where true]';
    expect(countKeys(text, (index) => `k${index % 50}`, 50_000)).toBe(25);
  });

  test('keys that maxspan has ended are forgotten', () => {
    const text = 'sequence by k with maxspan=100ms [a where true] [never where true]';
    expect(countKeys(text, (index) => `k${index}`, 50_000)).toBeLessThan(2000);
  });

  test('keys that until has ended are forgotten at once', () => {
    const text = 'sequence by k [a where true] [never where true] until [b where true]';
    expect(countKeys(text, (index) => `k${Math.floor(index / 2)}`, 10_000)).toBe(1);
  });

  test('keys of missing events are forgotten, too', () => {
    const text =
      'sequence by k with maxspan=100ms ![a where true] [b where true] [never where true]';
    expect(countKeys(text, (index) => `k${index}`, 50_000)).toBeLessThan(2000);
  });
});

test('chains that wait for what must not follow cost the same however many wait', () => {
  const query = parseEql('sequence with maxspan=1d [a where true] [a where true] ![b where true]');
  const items = Array.from({ length: 60_000 }, (_, index) => at(index, index, 'a'));
  const start = process.cpuUsage();
  expect(searchSequences(query, items)).toHaveLength(59_999);
  const { user, system } = process.cpuUsage(start);
  expect(user + system).toBeLessThan(5_000_000);
});

test('ordinals are ordered by time, tiebreaker, position', () => {
  const ordinal = (time: bigint | undefined, tiebreaker: bigint | null, position: number) => ({
    time,
    tiebreaker,
    position,
  });
  const sorted = [
    ordinal(undefined, 5n, 9),
    ordinal(1n, null, 8),
    ordinal(1n, 2n, 7),
    ordinal(1n, 10n, 5),
    ordinal(1n, 10n, 6),
    ordinal(2n, 1n, 1),
  ];
  expect([...sorted].reverse().sort(compareOrdinals)).toEqual(sorted);
});
