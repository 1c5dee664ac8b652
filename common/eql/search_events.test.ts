import { describe, expect, test } from 'vitest';
import { EqlError } from './errors/eql_error';
import { parseEql } from './parse_eql';
import { searchEvents } from './search_events';
import type { SearchOptions } from './search/search_options';

const items = [3, 1, 2].map((second) => ({
  name: `at ${second}`,
  source: { '@timestamp': `2026-01-01T00:00:0${second}Z`, event: { category: 'tick' }, n: second },
}));
const search = (text: string, options: SearchOptions = {}): string[] =>
  searchEvents(parseEql(text), items, options).map(({ name }) => name);

describe('searching events', () => {
  test('gives back the items themselves, in order of time', () => {
    expect(search('tick where true')).toEqual(['at 1', 'at 2', 'at 3']);
    expect(searchEvents(parseEql('tick where n == 3'), items)[0]).toBe(items[0]);
  });

  test('size keeps the latest', () => {
    expect(search('tick where true', { size: 2 })).toEqual(['at 2', 'at 3']);
  });

  test('category and timestamp may be other fields', () => {
    const source = { kind: 'a', when: 5 };
    const options = { categoryField: 'kind', timestampField: 'when' };
    expect(searchEvents(parseEql('a where when > 4'), [{ source }], options)).toHaveLength(1);
  });

  test.each([
    ['n > 9', true],
    ['n < 9', false],
    ['n == 10', true],
    ['n == 10.0', true],
    ['n in (9, 10)', true],
    ['n + 1 == 11', true],
    ['-n == -10', true],
    ['n == "010"', true],
    ['n == "10"', false],
    ['t > 9', false],
    ['t + 1 > 9', false],
  ])('numbers written as text are numbers beside a number: %s is %s', (condition, isMet) => {
    const source = { '@timestamp': '2026-01-01T00:00:00Z', n: '010', t: 'text' };
    expect(searchEvents(parseEql(`any where ${condition}`), [{ source }])).toHaveLength(
      isMet ? 1 : 0
    );
  });

  test('@timestamp means the timestamp field, to the nanosecond, of events that have no other', () => {
    const find = (...sources: Record<string, unknown>[]) =>
      searchEvents(
        parseEql('any where @timestamp == "2026-01-01T00:00:00.123456789Z"'),
        sources.map((source) => ({ source })),
        { timestampField: 'when' }
      );
    expect(find({ when: '1767225600123456789' }, { when: 5 })).toHaveLength(1);
    expect(find({ when: '2026-01-01T00:00:00.123456789Z', '@timestamp': 5 })).toEqual([]);
    expect(find({ when: 5, '@timestamp': '2026-01-01T00:00:00.123456789Z' })).toHaveLength(1);
  });

  test('the tiebreaker orders what happened at one time; missing ones come first', () => {
    const at = (id: string, sequence?: number) => ({
      id,
      source: { '@timestamp': 1, ...(sequence === undefined ? {} : { sequence }) },
    });
    const found = searchEvents(parseEql('any where true'), [at('b', 10), at('a', 9), at('none')], {
      tiebreakerField: 'sequence',
    });
    expect(found.map(({ id }) => id)).toEqual(['none', 'a', 'b']);
  });

  test('head over events in order reads no further than it must', () => {
    let read = 0;
    const endless = function* () {
      for (;;) {
        read += 1;
        yield { source: { '@timestamp': read } };
      }
    };
    const found = searchEvents(parseEql('any where true | head 3'), endless(), {
      areEventsInOrder: true,
    });
    expect(found).toHaveLength(3);
    expect(read).toBeLessThan(10);
  });

  test('tail over very many events keeps few of them', () => {
    const many = function* () {
      for (let id = 1; id <= 100_000; id += 1)
        yield { id, source: { '@timestamp': (id * 7919) % 100_003 } };
    };
    const found = searchEvents(parseEql('any where true | tail 3'), many());
    const times = found.map(({ source }) => source['@timestamp']);
    expect(times).toEqual([100_000, 100_001, 100_002].filter((time) => times.includes(time)));
    expect(found).toHaveLength(3);
  });

  test('what the checker finds is refused', () => {
    expect(() => search('tick where lenght(n) == 1')).toThrow(EqlError);
    expect(() => search('sequence [tick where true] [tick where true]')).toThrow(
      'query_of_other_kind'
    );
  });
});
