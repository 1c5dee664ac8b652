import { createOption } from './create_option';
import type { Option } from './option';

/** An option that takes a whole number of at least `least`. */
export const createCountOption = <F = undefined>(
  least: 0 | 1,
  about: string,
  fallback?: F
): Option<number | NoInfer<F>> =>
  createOption<number, F>({
    value: 'N',
    about,
    takes: least === 0 ? 'a whole number' : 'a whole number above 0',
    parse: (text) => {
      const value = Number(text);
      const isCount = /^[0-9]+$/.test(text) && Number.isSafeInteger(value) && value >= least;
      return isCount ? value : undefined;
    },
    ...(fallback === undefined ? {} : { fallback }),
  });
