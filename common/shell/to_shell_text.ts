const PLAIN = /^[\w@%+,./:][\w@%+=,./:-]*$|^-[\w@%+=,./:-]*$/;
const NEEDS_QUOTES_AS_PROGRAM =
  /^(?:if|then|else|elif|fi|while|until|for|select|do|done|case|esac|in|function|time|coproc)$|=/;

/** Arguments as one would type them: quoted where a shell would do something with them. */
export const toShellText = (args: readonly string[]): string =>
  args
    .map((arg, index) => {
      const isPlain = PLAIN.test(arg) && !(index === 0 && NEEDS_QUOTES_AS_PROGRAM.test(arg));
      return isPlain ? arg : toQuoted(arg);
    })
    .join(' ');

/** A quote can't stand in quotes: it stands between two texts in quotes, with a backslash. */
const toQuoted = (arg: string): string =>
  arg === ''
    ? "''"
    : arg
        .split("'")
        .map((text) => (text === '' ? '' : `'${text}'`))
        .join("\\'");
