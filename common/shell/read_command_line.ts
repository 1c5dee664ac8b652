import type { CommandReading } from './command_reading';
import { findLanguage } from './programs/shells';
import { toProgramName } from './programs/to_program_name';
import { readCommand } from './read_command';
import type { ReadingLimits } from './reading_limits';

/**
 * Reads a command line that is one text, where an event has no arguments. Linux keeps no quotes: `sh -c "id; ls"` is
 * recorded as `sh -c id; ls`, so that what stands behind `-c` of a shell or an interpreter is taken as one argument.
 */
export const readCommandLine = (text: string, limits?: ReadingLimits): CommandReading =>
  readCommand(toArguments(text), limits);

/** Words looked at for a shell: behind wrappers such as `nohup` and `timeout 5` it comes early. */
const MAX_WORDS = 16;
const SCRIPT_OPTION = /^-\w{0,8}[cer]$/;

const toArguments = (text: string): readonly string[] => {
  const words: { readonly text: string; readonly end: number }[] = [];
  let hasShell = false;
  for (const found of text.matchAll(/\S+/g)) {
    const [word] = found;
    const end = found.index + word.length;
    words.push({ text: word, end });
    if (words.length > MAX_WORDS) continue;
    if (hasShell && SCRIPT_OPTION.test(word)) {
      const script = unquote(text.slice(end).trim());
      return [...words.map(({ text: own }) => own), ...(script === '' ? [] : [script])];
    }
    hasShell ||= findLanguage(toProgramName(word)) !== undefined;
  }
  return words.map(({ text: own }) => own);
};

/** A text that someone put in quotes as a whole is what was in them. */
const unquote = (text: string): string => {
  const [, single, double] = /^(?:'([^']*)'|"([^"\\$`]*)")$/.exec(text) ?? [];
  return single ?? double ?? text;
};
