import { parseArgs } from 'node:util';
import type { Translate } from '../../common/i18n/translate';
import type { Given, OptionTable, Usage } from './usage';
import { UsageError } from './usage_error';

/** How a query begins that has a comment first; no option's name has a blank. */
const IS_SQL_COMMENT = /^--\s/;

/**
 * Reads a command line.
 * @throws UsageError for what the command doesn't know or take
 */
export const parseGiven = <O extends OptionTable>(
  { options, rest }: Usage<O>,
  args: readonly string[],
  translate: Translate
): Given<O> => {
  // Not strict: its errors speak English only, and about positional arguments.
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string' },
      ])
    ),
  });
  const given = new Map<string, string[]>(Object.keys(options).map((name) => [name, []]));
  const others: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') others.push(token.value);
    if (token.kind !== 'option') continue;
    const text = args[token.index] ?? '';
    if (IS_SQL_COMMENT.test(text)) {
      others.push(text);
      continue;
    }
    const texts = given.get(token.name);
    const option = options[token.name];
    if (texts === undefined || option === undefined) {
      throw new UsageError(toUnknown(token.rawName, translate));
    }
    texts.push(toText(option.value, token, translate));
    if (texts.length > 1 && !option.isRepeatable) {
      throw new UsageError(toRepeated(token.rawName, translate));
    }
  }
  const [stray] = others;
  if (stray !== undefined && rest === undefined) throw new UsageError(toStray(stray, translate));
  const values = Object.entries(options).map(([name, { takes, read }]) => {
    const refuse = (value: string): never => {
      throw new UsageError(toWrongValue(name, takes, value, translate));
    };
    return [name, read(given.get(name) ?? [], refuse)];
  });
  return { values: Object.fromEntries(values) as Given<O>['values'], rest: others };
};

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The value an option was given; the empty text for a switch. */
const toText = (
  placeholder: string | undefined,
  { rawName, value, inlineValue }: OptionToken,
  translate: Translate
): string => {
  if (placeholder === undefined) {
    if (value === undefined) return '';
    throw new UsageError(toValueOfSwitch(rawName, value, translate));
  }
  // The next option is not the value of one whose value was forgotten.
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    throw new UsageError(toMissingValue(rawName, placeholder, translate));
  }
  return value;
};

const toUnknown = (option: string, translate: Translate): string =>
  translate('webServerRce.commandLine.unknown', {
    defaultMessage: 'There is no option {option}: --help lists the options.',
    values: { option },
  });

const toRepeated = (option: string, translate: Translate): string =>
  translate('webServerRce.commandLine.repeated', {
    defaultMessage: '{option} can be given only once.',
    values: { option },
  });

const toStray = (text: string, translate: Translate): string =>
  translate('webServerRce.commandLine.stray', {
    defaultMessage: '“{text}” belongs to no option: --help lists the options.',
    values: { text },
  });

const toValueOfSwitch = (option: string, value: string, translate: Translate): string =>
  translate('webServerRce.commandLine.valueOfSwitch', {
    defaultMessage: '{option} takes no value, so {value} can not be given to it.',
    values: { option, value },
  });

const toMissingValue = (option: string, value: string, translate: Translate): string =>
  translate('webServerRce.commandLine.missingValue', {
    defaultMessage: '{option} needs a value: write {option}={value}.',
    values: { option, value },
  });

const toWrongValue = (name: string, takes: string, value: string, translate: Translate): string =>
  translate('webServerRce.commandLine.wrongValue', {
    defaultMessage: '{option} takes {takes}, not {value}.',
    values: { option: `--${name}`, takes, value },
  });
