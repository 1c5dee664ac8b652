import { expect, test } from 'vitest';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';
import { toTreeFacts } from './tree_facts';

const EVENT = {
  '@timestamp': '2026-11-24T02:59:16.000Z',
  process: { pid: 42, parent: { pid: 7 }, working_directory: '/srv/www' },
};

test('asks of the processes of the alert’s own tree, each once, and of no other', () => {
  const story = toSampleStory({
    trees: [
      toStoryTree([toStoryProcess(0, ['id'], { pid: 9 })]),
      toStoryTree([
        toStoryProcess(1, ['sh'], { pid: 42, isOfAlert: true }),
        toStoryProcess(2, ['nc'], { pid: 43 }),
        toStoryProcess(3, ['nc'], { pid: undefined }),
      ]),
    ],
  });
  expect(toTreeFacts(EVENT, story)).toEqual({
    day_before: ['2026-11-23T02:00:00.000Z'],
    'process.pid': [42, 43],
    'process.parent.pid': [7],
    'process.working_directory': ['/srv/www'],
  });
});

test('has the event alone while the story is not known', () => {
  expect(toTreeFacts(EVENT, undefined)['process.pid']).toEqual([42]);
  expect(toTreeFacts({}, undefined)).toMatchObject({ day_before: [], 'process.pid': [] });
});

test('asks of no more processes than a query holds', () => {
  const many = Array.from({ length: 300 }, (_, at) => toStoryProcess(at, ['x'], { pid: at + 100 }));
  const story = toSampleStory({ trees: [toStoryTree(many, { isOfAlert: true })] });
  expect(toTreeFacts(EVENT, story)['process.pid']).toHaveLength(200);
});

test('alerts of one hour ask the same about the day before, and none asks of less than a day', () => {
  const toDayBefore = (moment: string): unknown =>
    toTreeFacts({ '@timestamp': moment }, undefined)['day_before'];
  expect(toDayBefore('2026-11-24T10:59:59.999Z')).toEqual(['2026-11-23T10:00:00.000Z']);
  expect(toDayBefore('2026-11-24T10:00:00.000Z')).toEqual(['2026-11-23T10:00:00.000Z']);
  expect(toDayBefore('soon')).toEqual([]);
});
