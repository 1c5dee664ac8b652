import type { Sign } from './sign';
import { STRONG_WEIGHT, toDoubt } from './to_grade';

/** Reverse shells, what is downloaded and run, several strong signs at once: no habit, however often it is seen. */
export const isBeyondDoubt = (signs: readonly Sign[]): boolean =>
  toDoubt(signs.map(({ weight }) => weight).filter((weight) => weight >= STRONG_WEIGHT)) <= 0.15;
