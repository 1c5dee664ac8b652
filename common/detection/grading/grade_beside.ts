import type { Tree } from '../tree/tree';
import { toNeighbour } from './context_signs';
import type { Grade } from './grade';
import type { Neighbour } from './grade_context';
import { gradeInContext } from './grade_in_context';

export interface GradedTree {
  readonly tree: Tree;
  readonly grade: Grade;
}

/** Commands of one person through one server follow each other within it. */
const NEIGHBOUR_MS = 15 * 60_000;

/**
 * Grades trees beside each other: what looks typed by hand raises what else was typed through the same server at the time.
 * @param alone each tree with its grade without context
 */
export const gradeBeside = (alone: readonly GradedTree[]): GradedTree[] => {
  const byHand = groupByServer(alone);
  return alone.map(({ tree, grade }) => {
    const neighbours = (byHand.get(toServerKey(tree)) ?? []).filter(
      ({ treeId, time }) => treeId !== tree.id && Math.abs(time - tree.root.time) <= NEIGHBOUR_MS
    );
    return { tree, grade: gradeInContext(tree, grade, { neighbours }) };
  });
};

const groupByServer = (alone: readonly GradedTree[]): ReadonlyMap<string, readonly Neighbour[]> => {
  const groups = new Map<string, Neighbour[]>();
  for (const { tree, grade } of alone) {
    const neighbour = toNeighbour(tree, grade);
    if (!neighbour.isByHand) continue;
    const key = toServerKey(tree);
    const group = groups.get(key) ?? [];
    group.push(neighbour);
    groups.set(key, group);
  }
  return groups;
};

/** All workers of a service: a person's commands go to whichever is free. */
const toServerKey = ({ root: { hostId, parent } }: Tree): string =>
  [hostId, parent.executable ?? parent.name, parent.user].join('\n');
