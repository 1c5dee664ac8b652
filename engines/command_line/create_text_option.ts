import { createOption } from './create_option';
import type { Option } from './option';

/** An option that takes any text, such as a path. */
export const createTextOption = <F = undefined>(
  value: string,
  about: string,
  fallback?: F
): Option<string | NoInfer<F>> =>
  createOption<string, F>({
    value,
    about,
    takes: value,
    parse: (text) => text,
    ...(fallback === undefined ? {} : { fallback }),
  });
