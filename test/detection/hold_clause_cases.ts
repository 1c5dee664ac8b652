import { describe, expect, test } from 'vitest';
import { gradeTree, toTrees } from '../../common/detection';
import { makeTreeEvents, type WayIn } from './make_tree_events';

type Line = readonly [WayIn, string];
/** A clause inside a sign: an attack at or above a risk that needs it, and the nearest work that it must leave below one. */
type ClauseCase = readonly [
  clause: string,
  attack: Line,
  atLeast: number,
  benign: Line,
  below: number,
];

/** Where an alert is a grave one. */
export const GRAVE_RISK = 73;

/** Makes two tests of each case. */
export const holdClauseCases = (cases: readonly ClauseCase[]): void => {
  describe('clauses', () => {
    for (const [clause, attack, atLeast, benign, below] of cases) {
      test(`${clause}: ${attack.join(' ')}`, () => {
        expect(toRisk(attack)).toBeGreaterThanOrEqual(atLeast);
      });
      test(`${clause}, not ${benign.join(' ')}`, () => {
        expect(toRisk(benign)).toBeLessThan(below);
      });
    }
  });
};

const toRisk = ([way, command]: Line): number =>
  Math.max(...toTrees(makeTreeEvents(way, command, command)).map((tree) => gradeTree(tree).risk));
