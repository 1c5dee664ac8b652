import { readTree } from '../reading/tree_reading';
import type { Tree } from '../tree/tree';
import { findContextSigns } from './context_signs';
import { findSigns } from './find_signs';
import { toSeverity } from './grade';
import type { Grade } from './grade';
import type { GradeContext } from './grade_context';
import { findHabitSigns } from './habit_signs';
import type { Sign } from './sign';

/** Signs from here on stand by themselves; a habit of applications does not explain them. */
const STRONG = 60;
/** Weak signs add up only so far: ten harmless questions are no attack. */
const MOST_WEAK = 3;

/** Grades a tree by what its commands show and, where it is given, by what else the host has shown. */
export const gradeTree = (tree: Tree, context: GradeContext = {}): Grade => {
  const reading = readTree(tree);
  const found = findSigns(reading);
  const habits = findHabitSigns(reading, found);
  const signs = [...found, ...habits, ...findContextSigns(tree, found, context)];
  const risk = toRisk(signs);
  return {
    risk,
    severity: toSeverity(risk),
    signs: [...signs].sort((one, other) => other.weight - one.weight),
  };
};

/** Signs count as independent: each leaves so much less doubt. */
const toRisk = (signs: readonly Sign[]): number => {
  const weights = signs.map(({ weight }) => weight).filter((weight) => weight > 0);
  const strong = weights.filter((weight) => weight >= STRONG);
  const weak = weights
    .filter((weight) => weight < STRONG)
    .sort((one, other) => other - one)
    .slice(0, MOST_WEAK);
  const habit = lowering(signs, 'application_habit');
  const doubt = toDoubt(strong) * (1 - (1 - toDoubt(weak)) * habit);
  return Math.round(100 * (1 - doubt) * lowering(signs, 'repeated_shape'));
};

const toDoubt = (weights: readonly number[]): number =>
  weights.reduce((doubt, weight) => doubt * (1 - weight / 100), 1);

const lowering = (signs: readonly Sign[], id: Sign['id']): number =>
  1 + (signs.find((sign) => sign.id === id)?.weight ?? 0) / 100;
