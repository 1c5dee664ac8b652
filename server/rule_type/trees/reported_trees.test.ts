import { expect, it } from 'vitest';
import { toGradedTree } from './graded_tree.fixture';
import { createReportedTrees } from './reported_trees';

const toGraded = (id: string, risk: number, size = 1) => toGradedTree(id, { risk, size });

it('keeps the gravest grade a tree was reported with', () => {
  const reported = createReportedTrees();
  expect(reported.withGravest(toGraded('a', 50)).grade.risk).toBe(50);
  const grave = toGraded('a', 80);
  reported.noteReported(grave);
  expect(reported.withGravest(toGraded('a', 50, 2))).toEqual({
    tree: toGraded('a', 50, 2).tree,
    grade: grave.grade,
  });
  expect(reported.withGravest(toGraded('a', 90)).grade.risk).toBe(90);
  expect(reported.withGravest(toGraded('b', 10)).grade.risk).toBe(10);
});

it('takes for news what was not reported, grew or was graded otherwise', () => {
  const reported = createReportedTrees();
  expect(reported.noteReported(toGraded('a', 50))).toBe(true);
  expect(reported.noteReported(toGraded('a', 50))).toBe(false);
  expect(reported.noteReported(toGraded('a', 50, 2))).toBe(true);
  expect(reported.noteReported(toGraded('a', 60, 2))).toBe(true);
  expect(reported.noteReported(toGraded('a', 60, 2))).toBe(false);
});

it('forgets the trees it heard of longest ago', () => {
  const reported = createReportedTrees();
  for (let tree = 0; tree < 5000; tree++) reported.noteReported(toGraded(`t${tree}`, 50));
  expect(reported.noteReported(toGraded('t0', 50))).toBe(false);
  reported.noteReported(toGraded('one more', 50));
  expect(reported.noteReported(toGraded('t1', 50))).toBe(true);
  expect(reported.noteReported(toGraded('t0', 50))).toBe(false);
});
