import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import type { Translate } from '../i18n/translate';
import { shorten } from './shorten';

/** The longest value a reason repeats: all of it is in the flyout, and Elasticsearch refuses an alert whose reason is too long. */
const LONGEST_VALUE = 200;

/** One sentence that says what happened, from the event alone. */
export const toReason = (source: EventSource, translate: Translate): string => {
  const unknown = translate('webServerRce.reason.unknown', { defaultMessage: 'unknown' });
  const toValue = (text: string = unknown): string => shorten(text, LONGEST_VALUE);
  return translate('webServerRce.reason.sentence', {
    defaultMessage:
      'Web server process {parent} started {process} as user {user} on {host}: {command}',
    values: {
      parent: toValue(
        findText(source, 'process.parent.name') ?? findText(source, 'process.parent.executable')
      ),
      process: toValue(findText(source, 'process.name')),
      user: toValue(findText(source, 'user.name') ?? findText(source, 'user.id')),
      host: toValue(findText(source, 'host.name') ?? findText(source, 'host.id')),
      command: toValue(toCommandLine(source)),
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
