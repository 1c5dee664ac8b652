import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { toStandingKey, type StandingQuery } from '../ingest/standing_query';
import { createStandingMatches } from './create_standing_matches';

const toEvent = (second: number): SourceEvent => ({
  id: `e${second}`,
  index: 'logs-x',
  source: { '@timestamp': new Date(second * 1000).toISOString() },
});
const toQuery = (name: string): StandingQuery => ({
  query: `process where process.name == "${name}"`,
  indexPatterns: ['logs-*'],
});
const PERIOD = { from: 0, to: 10_000, size: 10 };
const toIds = (events: readonly SourceEvent[] | undefined) => events?.map(({ id }) => id);
const takeTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('searches what is stored only once the ingest thread watches: what comes between is not missed', async () => {
  const stored = [toEvent(1)];
  const standing = createStandingMatches(async () => {
    for (let turn = 0; turn < 5; turn += 1) await takeTurn();
    // Committed by the thread before it looked at anything with this query: nobody else tells of it.
    stored.push(toEvent(2));
  });
  const found = await standing.find(toQuery('sh'), PERIOD, async () => [...stored]);
  expect(toIds(found)).toEqual(['e1', 'e2']);
});

test('answers later questions from what is known and what has arrived, without a search or another watch', async () => {
  const watched: (readonly StandingQuery[])[] = [];
  const standing = createStandingMatches(async (queries) => {
    await takeTurn();
    watched.push(queries);
  });
  let searches = 0;
  const search = async (): Promise<readonly SourceEvent[]> => {
    searches += 1;
    await takeTurn();
    return [toEvent(1)];
  };
  const query = toQuery('sh');
  await standing.find(query, PERIOD, search);
  standing.add([
    { key: toStandingKey(query), events: [toEvent(3)] },
    { key: toStandingKey(toQuery('other')), events: [toEvent(4)] },
  ]);
  expect(toIds(await standing.find(query, PERIOD, search))).toEqual(['e1', 'e3']);
  expect([searches, watched]).toEqual([1, [[query]]]);
});

test('watches the four queries that were asked last', async () => {
  const watched: string[][] = [];
  const standing = createStandingMatches(async (queries) => {
    await takeTurn();
    watched.push(queries.map(({ query }) => /"(\w)"/.exec(query)?.[1] ?? ''));
  });
  for (const name of ['a', 'b', 'c', 'd', 'a', 'e'])
    await standing.find(toQuery(name), PERIOD, async () => []);
  expect(watched.at(-1)).toEqual(['c', 'd', 'a', 'e']);
});
