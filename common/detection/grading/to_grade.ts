import { toSeverity } from './grade';
import type { Grade } from './grade';
import type { Sign } from './sign';

/** Signs from here on stand by themselves; a habit of applications does not explain them. */
export const STRONG_WEIGHT = 60;
/** Weak signs add up only so far: ten harmless questions are no attack. */
const MOST_WEAK = 3;

/** What signs come to, the heaviest first. */
export const toGrade = (signs: readonly Sign[]): Grade => {
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
  const strong = weights.filter((weight) => weight >= STRONG_WEIGHT);
  const weak = weights
    .filter((weight) => weight < STRONG_WEIGHT)
    .sort((one, other) => other - one)
    .slice(0, MOST_WEAK);
  const habit = lowering(signs, 'application_habit');
  const doubt = toDoubt(strong) * (1 - (1 - toDoubt(weak)) * habit);
  return Math.round(100 * (1 - doubt) * lowering(signs, 'repeated_shape'));
};

/** How much doubt weights leave together, 0 to 1. */
export const toDoubt = (weights: readonly number[]): number =>
  weights.reduce((doubt, weight) => doubt * (1 - weight / 100), 1);

const lowering = (signs: readonly Sign[], id: Sign['id']): number =>
  1 + (signs.find((sign) => sign.id === id)?.weight ?? 0) / 100;
