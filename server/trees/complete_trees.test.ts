import { describe, expect, it } from 'vitest';
import { MOST_ROOTS_PER_QUERY } from '../../common/detection';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventReader } from '../ports/event_reader';
import { askInChunks, createAsk, findDescendants, type Ask } from './complete_trees';

const PERIOD = { from: '2026-11-24T12:00:00.000Z', to: '2026-11-24T12:30:00.000Z' };

const toEvent = (entityId?: string): SourceEvent => ({
  id: `of ${entityId}`,
  index: 'logs',
  source: { process: entityId === undefined ? {} : { entity_id: entityId } },
});
const toEvents = (count: number, prefix = 'p'): SourceEvent[] =>
  Array.from({ length: count }, (_, index) => toEvent(`${prefix}${index}`));

/** Answers the queries in turn, late as an engine does, and keeps them. */
const createTurns = (...answers: readonly (readonly SourceEvent[] | 'cut')[]) => {
  const queries: string[] = [];
  const ask: Ask = async (query) => {
    const answer = answers[queries.push(query) - 1] ?? [];
    await new Promise(setImmediate);
    return answer === 'cut' ? { found: [], isCut: true } : { found: answer, isCut: false };
  };
  return { ask, queries };
};

describe('one query', () => {
  const toReader = (count: number): EventReader => ({
    search: async ({ size }) => toEvents(count).slice(0, size),
  });
  const where = {
    indexPatterns: ['logs'],
    timestampField: '@timestamp',
    signal: new AbortController().signal,
  };

  it.each([
    [1999, 1999, false],
    [2000, 2000, false],
    [2001, 2000, true],
  ])('of %i events reads %i, and says whether there is more', async (there, read, isCut) => {
    const answer = await createAsk(toReader(there), where)('any where true', PERIOD);
    expect(answer.found).toHaveLength(read);
    expect(answer.isCut).toBe(isCut);
  });
});

describe('many ids', () => {
  const ids = Array.from({ length: 2 * MOST_ROOTS_PER_QUERY + 1 }, (_, index) => `id${index}`);
  const toQuery = (some: readonly string[]): string => some.join();

  it('are asked for each once, no more in a query than it may name', async () => {
    const { ask, queries } = createTurns();
    await askInChunks(ask, ids, toQuery, PERIOD);
    expect(queries.map((query) => query.split(',').length)).toEqual([
      MOST_ROOTS_PER_QUERY,
      MOST_ROOTS_PER_QUERY,
      1,
    ]);
    expect(queries.join()).toBe(ids.join());
  });

  it('are cut as soon as one answer was', async () => {
    const { ask } = createTurns([toEvent('a')], 'cut', [toEvent('b')]);
    const { found, isCut } = await askInChunks(ask, ids, toQuery, PERIOD);
    expect(found).toHaveLength(2);
    expect(isCut).toBe(true);
  });
});

describe('descendants', () => {
  it('are asked for by each process once, and by none that has no id', async () => {
    const { ask, queries } = createTurns([toEvent('b'), toEvent('a'), toEvent()], [toEvent('b')]);
    const { found, isCut } = await findDescendants(ask, [toEvent('a'), toEvent('a')], PERIOD);
    expect(found).toHaveLength(4);
    expect(isCut).toBe(false);
    expect(queries).toHaveLength(2);
    expect(queries[0]).toContain('"a"');
    expect(queries[1]).toContain('"b"');
    expect(queries[1]).not.toMatch(/"a"|""/);
  });

  it('are not asked for without a process', async () => {
    const { ask, queries } = createTurns();
    expect(await findDescendants(ask, [], PERIOD)).toEqual({ found: [], isCut: false });
    expect(queries).toEqual([]);
  });

  it('end with the sixth generation', async () => {
    const { ask, queries } = createTurns(
      ...Array.from({ length: 9 }, (_, index) => [toEvent(`g${index}`)])
    );
    expect((await findDescendants(ask, [toEvent('root')], PERIOD)).found).toHaveLength(6);
    expect(queries).toHaveLength(6);
  });

  it('say that one generation was cut, whatever the next one is', async () => {
    const cut: Ask = async (query) => ({
      found: query.includes('"root"') ? [toEvent('a')] : [],
      isCut: query.includes('"root"'),
    });
    expect((await findDescendants(cut, [toEvent('root')], PERIOD)).isCut).toBe(true);
  });

  it('end with more events than one look can hold, and say so', async () => {
    const exact = createTurns(toEvents(20_000), []);
    expect((await findDescendants(exact.ask, [toEvent('root')], PERIOD)).isCut).toBe(false);
    const more = createTurns(toEvents(20_001));
    const { found, isCut } = await findDescendants(more.ask, [toEvent('root')], PERIOD);
    expect(found).toHaveLength(20_001);
    expect(isCut).toBe(true);
    expect(more.queries).toHaveLength(1);
  });
});
