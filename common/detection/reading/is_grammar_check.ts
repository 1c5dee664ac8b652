import type { SeenCommand } from './tree_reading';

/** `php -l`, `bash -n`: it looks at a file's grammar and runs nothing. */
export const isGrammarCheck = ({ program, args }: Pick<SeenCommand, 'program' | 'args'>): boolean =>
  (program === 'php' && args.includes('-l')) ||
  (/^(?:ba|da|k|z)?sh$/.test(program) && args[0] === '-n');
