import { describe, expect, test } from 'vitest';
import { gradeTree, toTrees, type Grade, type SignId } from '../../common/detection';
import { makeTreeEvents, type WayIn } from './make_tree_events';

type Line = readonly [WayIn, string];
/** A risk; or a sign, where others make the risk as high without it. */
type Bound = number | SignId;
/** A clause inside a sign: an attack at or above a bound that needs it, and the nearest work that it must leave below one. */
type ClauseCase = readonly [
  clause: string,
  attack: Line,
  atLeast: Bound,
  benign: Line,
  below: Bound,
];

/** Where an alert is a grave one. */
export const GRAVE_RISK = 73;

/** Makes two tests of each case. */
export const holdClauseCases = (cases: readonly ClauseCase[]): void => {
  describe('clauses', () => {
    for (const [clause, attack, atLeast, benign, below] of cases) {
      test(`${clause}: ${attack.join(' ')}`, () => {
        if (typeof atLeast === 'number') expect(toRisk(attack)).toBeGreaterThanOrEqual(atLeast);
        else expect(toSigns(attack)).toContain(atLeast);
      });
      test(`${clause}, not ${benign.join(' ')}`, () => {
        if (typeof below === 'number') expect(toRisk(benign)).toBeLessThan(below);
        else expect(toSigns(benign)).not.toContain(below);
      });
    }
  });
};

const toGrades = ([way, command]: Line): Grade[] =>
  toTrees(makeTreeEvents(way, command, command)).map((tree) => gradeTree(tree));

const toRisk = (line: Line): number => Math.max(...toGrades(line).map(({ risk }) => risk));

const toSigns = (line: Line): SignId[] =>
  toGrades(line).flatMap(({ signs }) => signs.map(({ id }) => id));
