import type { Option } from './option';

/** An option without a value: it is given or not. */
export const createSwitch = (about: string): Option<boolean> => ({
  value: undefined,
  about,
  takes: '',
  isRepeatable: true,
  read: (given) => given.length > 0,
});
