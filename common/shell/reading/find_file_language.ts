import type { LayerLanguage } from '../command_reading';
import { findLanguage } from '../programs/shells';
import { toProgramName } from '../programs/to_program_name';

const BY_EXTENSION: Readonly<Record<string, LayerLanguage>> = {
  sh: 'shell',
  bash: 'shell',
  py: 'python',
  pl: 'perl',
  cgi: 'shell',
  php: 'php',
  phtml: 'php',
  phar: 'php',
  php5: 'php',
  php7: 'php',
  inc: 'php',
  rb: 'ruby',
  js: 'node',
};

/** The language of a file that is written, by its first line or its name; undefined when it is no program. */
export const findFileLanguage = (path: string, text: string): LayerLanguage | undefined => {
  const [, interpreter = '', argument = ''] =
    /^#![ \t]*(\S{1,200})[ \t]*(\S{0,200})/.exec(text) ?? [];
  if (interpreter !== '') {
    const name = toProgramName(interpreter);
    return findLanguage(name === 'env' ? toProgramName(argument) : name);
  }
  if (/<\?(?:php|=)/i.test(text)) return 'php';
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return BY_EXTENSION[extension];
};
