import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { searchSequences } from '../../common/eql/search_sequences';
import { slowSequences } from './slow_sequences';
import type { SequenceSpec, TestEvent } from './slow_sequences';

const category = fc.constantFrom('A', 'B', 'C', 'M');

const events: fc.Arbitrary<TestEvent[]> = fc
  .array(
    fc.record({
      category,
      wait: fc.constantFrom(0, 0, 1, 1, 2, 5),
      k: fc.constantFrom<TestEvent['k']>('x', 'x', 'y', null, ['x', 'y'], []),
    }),
    { maxLength: 25 }
  )
  .map((steps) => {
    let time = 1000;
    return steps.map(({ wait, ...step }, index) => {
      time += wait;
      return { ...step, id: index + 1, time };
    });
  });

const spec: fc.Arbitrary<SequenceSpec> = fc
  .record({
    terms: fc.array(
      fc.record({
        category,
        missing: fc.constantFrom(false, false, true),
        runs: fc.constantFrom(1, 1, 1, 2),
      }),
      { minLength: 1, maxLength: 4 }
    ),
    until: fc.option(category, { nil: undefined, freq: 3 }),
    maxspan: fc.constantFrom(undefined, 3, 6),
    key: fc.constantFrom<SequenceSpec['key']>('none', 'mandatory', 'optional'),
  })
  .filter(({ terms, maxspan }) => {
    const count = terms.reduce((sum, { runs }) => sum + runs, 0);
    const hasMissing = terms.some(({ missing }) => missing);
    return (
      count >= 2 && terms.some(({ missing }) => !missing) && (!hasMissing || maxspan !== undefined)
    );
  });

const BY: Readonly<Record<SequenceSpec['key'], string>> = {
  none: '',
  mandatory: ' by k',
  optional: ' by ?k',
};

const toText = ({ terms, until, maxspan, key }: SequenceSpec): string =>
  [
    `sequence${BY[key]}${maxspan === undefined ? '' : ` with maxspan=${maxspan}ms`}`,
    ...terms.map(
      ({ category: name, missing, runs }) =>
        `${missing ? '!' : ''}[${name} where true] with runs=${runs}`
    ),
    ...(until === undefined ? [] : [`until [${until} where true]`]),
  ].join('\n');

const toItems = (list: readonly TestEvent[]) =>
  list.map(({ id, category: name, time, k }) => ({
    id,
    source: { '@timestamp': time, event: { category: name }, k },
  }));

const search = (text: string, list: readonly TestEvent[], areEventsInOrder: boolean): number[][] =>
  searchSequences(parseEql(text), toItems(list), { areEventsInOrder }).map(({ items }) =>
    items.map((item) => item?.id ?? -1)
  );

describe('searching sequences', () => {
  test('agrees with the slow, obvious way', () => {
    fc.assert(
      fc.property(spec, events, (wanted, list) => {
        expect(search(toText(wanted), list, true)).toEqual(slowSequences(wanted, list));
      }),
      { numRuns: 2000, seed: 20 }
    );
  });

  test('the order in which events are given does not matter', () => {
    fc.assert(
      fc.property(spec, events, fc.infiniteStream(fc.nat(1000)), (wanted, list, ranks) => {
        const distinct = list.map((event, index) => ({ ...event, time: event.time + index }));
        const shuffled = distinct
          .map((event) => ({ event, rank: ranks.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        expect(search(toText(wanted), shuffled, false)).toEqual(
          search(toText(wanted), distinct, true)
        );
      }),
      { numRuns: 300, seed: 21 }
    );
  });

  test('head stops as soon as it has enough, with the same results', () => {
    fc.assert(
      fc.property(spec, events, fc.nat(3), (wanted, list, count) => {
        const all = search(toText(wanted), list, true);
        expect(search(`${toText(wanted)} | head ${count}`, list, true)).toEqual(
          all.slice(0, count)
        );
      }),
      { numRuns: 300, seed: 22 }
    );
  });
});
