import { createOption } from './create_option';
import type { Option } from './option';

/** An option that takes one of a few words. */
export const createChoice = <T extends string, F extends T | undefined = undefined>(
  words: readonly T[],
  about: string,
  fallback?: F
): Option<NoInfer<T | F>> =>
  createOption<T, F>({
    value: words.join('|'),
    about,
    takes: words.join('|'),
    parse: (text) => words.find((word) => word === text),
    ...(fallback === undefined ? {} : { fallback }),
  });
