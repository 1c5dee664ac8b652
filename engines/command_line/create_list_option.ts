import type { Option } from './option';

/** An option that takes any text and may be given several times. */
export const createListOption = (value: string, about: string): Option<readonly string[]> => ({
  value,
  about,
  takes: value,
  isRepeatable: true,
  read: (given) => given,
});
