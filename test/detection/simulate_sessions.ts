import { gradeTree, toNeighbour } from '../../common/detection';
import type { GradedRequest } from './grade_requests';

/** Each session so many requests of one lab, as one server process would have them within minutes. */
const REQUESTS = 5;

/**
 * How many of 100 sessions have a tree at the given risk once each tree knows its neighbours.
 * @param random from 0 to 1
 */
export const simulateSessions = (
  requests: readonly GradedRequest[],
  { sessions, least, random }: { sessions: number; least: number; random: () => number }
): number => {
  const labs = [...new Set(requests.map(({ label }) => label.lab))];
  let found = 0;
  for (let session = 0; session < sessions; session++) {
    const lab = labs[Math.floor(random() * labs.length)];
    const ofLab = requests.filter(({ label, trees }) => label.lab === lab && trees.length > 0);
    const chosen = Array.from(
      { length: REQUESTS },
      () => ofLab[Math.floor(random() * ofLab.length)]
    );
    const trees = chosen.flatMap((request) => request?.trees ?? []);
    const neighbours = trees.map(({ tree, grade }) => toNeighbour(tree, grade));
    if (trees.some(({ tree }) => gradeTree(tree, { neighbours }).risk >= least)) found += 1;
  }
  return (100 * found) / sessions;
};
