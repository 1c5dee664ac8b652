import type { Option } from './option';

interface OptionParts<T, F> extends Pick<Option<T>, 'about' | 'takes'> {
  readonly value: string;
  /** Undefined for what the option doesn't take. */
  readonly parse: (text: string) => T | undefined;
  /** What holds where the option is not given. */
  readonly fallback?: F;
}

/** An option with one value. */
export const createOption = <T, F = undefined>({
  parse,
  fallback,
  ...parts
}: OptionParts<T, F>): Option<NoInfer<T | F>> => ({
  ...parts,
  isRepeatable: false,
  read: ([text], refuse) => {
    if (text === undefined) return fallback as F;
    return parse(text) ?? refuse(text);
  },
});
