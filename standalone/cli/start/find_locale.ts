import { LOCALES, toLocale, type Locale } from '../../../common/i18n/locale';
import type { Environment } from './to_start_run';

const OPTION = '--locale';

/** The language to speak: known before the command line is read, since that is read and answered in it. */
export const findLocale = (args: readonly string[], environment: Environment): Locale => {
  const given = args.flatMap((arg, index) => {
    if (arg === OPTION) return [args[index + 1]];
    return arg.startsWith(`${OPTION}=`) ? [arg.slice(OPTION.length + 1)] : [];
  });
  return LOCALES.find((locale) => given.includes(locale)) ?? toEnvironmentLocale(environment);
};

/** As the C library does: the first of these that is not empty, e.g. `zh_CN.UTF-8`. */
const toEnvironmentLocale = (environment: Environment): Locale => {
  const tags = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name] ?? '');
  return toLocale((tags.find((tag) => tag !== '') ?? '').replace('_', '-'));
};
