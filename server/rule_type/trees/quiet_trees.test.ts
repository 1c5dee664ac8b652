import { expect, it } from 'vitest';
import type { SourceEvent } from '../../../common/event/source_event';
import { toGradedTree } from './graded_tree.fixture';
import { createQuietTrees } from './quiet_trees';

const toEvent = (id: string): SourceEvent => ({ index: 'logs', id, source: {} });

const NOON = Date.UTC(2026, 10, 24, 12);
const at = (second: number): Date => new Date(NOON + second * 1000);

it('knows the grade of a tree until that grows, and that it was graded once', () => {
  const quiet = createQuietTrees();
  const graded = toGradedTree('a', { size: 2 });
  expect(quiet.find(graded.tree)).toBeUndefined();
  expect(quiet.knows(graded.tree)).toBe(false);
  quiet.note(graded);
  expect(quiet.find(graded.tree)).toBe(graded.grade);
  const grown = toGradedTree('a', { size: 3 });
  expect(quiet.find(grown.tree)).toBeUndefined();
  expect(quiet.knows(grown.tree)).toBe(true);
});

it('looks at what is new with every run, and at everything once a minute', () => {
  const quiet = createQuietTrees();
  const [known, other, fresh] = [toEvent('a-0'), toEvent('b-0'), toEvent('new')];
  quiet.note(toGradedTree('a'));
  const matches = [known, other, fresh];
  expect(quiet.select(matches, at(0))).toEqual(matches);
  quiet.note(toGradedTree('b'));
  expect(quiet.select(matches, at(59.999))).toEqual([fresh]);
  expect(quiet.select(matches, at(60))).toEqual(matches);
  expect(quiet.select(matches, at(61))).toEqual([fresh]);
});

it('tells events of the same id in two indexes apart', () => {
  const quiet = createQuietTrees();
  quiet.note(toGradedTree('a'));
  quiet.select([], at(0));
  const elsewhere = { ...toEvent('a-0'), index: 'other' };
  expect(quiet.select([toEvent('a-0'), elsewhere], at(1))).toEqual([elsewhere]);
});

it('forgets the trees it noted longest ago, and grades those again', () => {
  const quiet = createQuietTrees();
  for (let tree = 0; tree < 20_000; tree++) quiet.note(toGradedTree(`t${tree}`));
  quiet.note(toGradedTree('t0'));
  expect(quiet.knows(toGradedTree('t1').tree)).toBe(true);
  quiet.note(toGradedTree('one more'));
  expect(quiet.knows(toGradedTree('t1').tree)).toBe(false);
  expect(quiet.knows(toGradedTree('t0').tree)).toBe(true);
});

it('looks at known events again rather than hold too many', () => {
  const quiet = createQuietTrees();
  quiet.select([], at(0));
  quiet.note(toGradedTree('a', { size: 200_000 }));
  expect(quiet.select([toEvent('a-7')], at(1))).toEqual([]);
  quiet.note(toGradedTree('b'));
  expect(quiet.select([toEvent('a-7')], at(2))).toEqual([toEvent('a-7')]);
});
