import type { SeenCommand } from './tree_reading';

/**
 * `cat /etc/*-release; cat /usr/lib/os-release; cat /etc/openwrt_release`: a library that runs on every system asks in every
 * place where one may say its name; who came to one system asks once.
 */
export const isAskedEverywhere = ({ in: { reading } }: SeenCommand): boolean => {
  const shown = reading.commands.filter(({ program }) => program === 'cat');
  return shown.length >= 3 && shown.every(({ args }) => args.every((arg) => /release$/.test(arg)));
};
