import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import type { Translate } from '../i18n/translate';

/** The longest command line a reason repeats; the flyout shows all of it. */
const LONGEST_COMMAND = 200;

/** One sentence that says what happened, from the event alone. */
export const toReason = (source: EventSource, translate: Translate): string => {
  const unknown = translate('webServerRce.reason.unknown', { defaultMessage: 'unknown' });
  return translate('webServerRce.reason.sentence', {
    defaultMessage:
      'Web server process {parent} started {process} as user {user} on {host}: {command}',
    values: {
      parent:
        findText(source, 'process.parent.name') ??
        findText(source, 'process.parent.executable') ??
        unknown,
      process: findText(source, 'process.name') ?? unknown,
      user: findText(source, 'user.name') ?? findText(source, 'user.id') ?? unknown,
      host: findText(source, 'host.name') ?? findText(source, 'host.id') ?? unknown,
      command: shorten(toCommandLine(source) ?? unknown),
    },
  });
};

/** The command line as recorded or, where it was not, the arguments joined by blanks. */
export const toCommandLine = (source: EventSource): string | undefined => {
  const recorded = findText(source, 'process.command_line');
  if (recorded !== undefined) return recorded;
  const args = getValues(source, 'process.args');
  return args.length === 0 ? undefined : args.map(String).join(' ');
};

const shorten = (text: string): string =>
  text.length <= LONGEST_COMMAND ? text : `${text.slice(0, LONGEST_COMMAND - 1)}…`;
