import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';

/** Arguments as texts, in lower case if case is ignored; undefined when one is null. */
export const toTexts = (args: readonly Scalar[], ignoreCase: boolean): string[] | undefined => {
  const texts: string[] = [];
  for (const arg of args) {
    if (arg === null) return undefined;
    const text = toScalarText(arg);
    texts.push(ignoreCase ? text.toLowerCase() : text);
  }
  return texts;
};

/** A whole number argument; `otherwise` when it is null. */
export const toIndex = (arg: Scalar | undefined, otherwise: number): number =>
  typeof arg === 'bigint' || typeof arg === 'number' ? Math.trunc(Number(arg)) : otherwise;
