import type { SeenCommand } from './tree_reading';

const LOCALE = /^(?:LC_ALL|LC_MESSAGES|LANG|LANGUAGE)$/;

/** Whoever wants an answer in one language takes it apart by its words: `export LC_ALL=C; netstat -tunap; unset LC_ALL`. */
export const isInOneLanguage = ({ assignments, in: { reading } }: SeenCommand): boolean =>
  assignments.some(({ name }) => LOCALE.test(name)) ||
  reading.commands.some(
    ({ program, args }) =>
      program === 'export' && args.some((arg) => LOCALE.test(arg.split('=')[0] ?? ''))
  );
