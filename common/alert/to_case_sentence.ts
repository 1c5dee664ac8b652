import { toSignTexts } from '../detection';
import { getValues } from '../event/get_values';
import type { Translate } from '../i18n/translate';
import { readCommand, readCommandLine } from '../shell';
import type { Alert } from './alert';
import { toAlertSummary } from './alert_summary';
import { findAlertSigns } from './find_alert_signs';
import { shorten } from './shorten';
import { toReason } from './to_reason';

/** More than two deeds in one sentence nobody takes in; all of them stand below it. */
const MOST_DEEDS = 2;
const LONGEST_EXCERPT = 40;
const LONGEST_NAME = 100;
const MOST_ADDRESSES = 3;

type Case = Pick<Alert, 'signs' | 'event' | 'eventId' | 'eventIndex' | 'tellingCommand'>;

/**
 * What happened in one sentence for somebody who reads no command lines, in the language of `translate`: who did what, from
 * the gravest signs, and with whom on the internet. Where nothing speaks for an attack it names the command itself.
 */
export const toCaseSentence = (alert: Case, translate: Translate): string => {
  const gravest = findAlertSigns(alert)
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST_DEEDS);
  // Longer code stands whole in the list of signs.
  const deeds = toSignTexts(gravest, translate, LONGEST_EXCERPT);
  if (deeds.length === 0) return toReason(alert.event, translate);
  const unknown = translate('webServerRce.reason.unknown', { defaultMessage: 'unknown' });
  const toName = (text: string = unknown): string => shorten(text, LONGEST_NAME);
  const { host, user, parent, process } = toAlertSummary(alert.event);
  const sentence = translate('webServerRce.case.sentence', {
    defaultMessage: '{process}, started by {parent} as {user} on {host}, {deeds}.',
    values: {
      process: toName(process),
      parent: toName(parent),
      user: toName(user),
      host: toName(host),
      deeds: deeds.reduce((text, next) =>
        translate('webServerRce.case.join', {
          defaultMessage: '{text}, and {next}',
          values: { text, next },
        })
      ),
    },
  });
  const addresses = findOutsideAddresses(alert).filter((known) => !sentence.includes(known));
  return addresses.length === 0
    ? sentence
    : translate('webServerRce.case.outside', {
        defaultMessage: '{sentence} The command names {addresses} on the internet.',
        values: { sentence, addresses: addresses.join(', ') },
      });
};

/** Where the command reaches out to, decoded where it was hidden. */
const findOutsideAddresses = ({ event, tellingCommand }: Case): readonly string[] =>
  (tellingCommand === undefined
    ? readCommand(getValues(event, 'process.args').map(String))
    : readCommandLine(tellingCommand)
  ).indicators
    .filter(({ kind, isPrivate }) => OUTSIDE.has(kind) && isPrivate === false)
    .slice(0, MOST_ADDRESSES)
    .map(({ value }) => shorten(value, LONGEST_NAME));

const OUTSIDE: ReadonlySet<string> = new Set(['ipv4', 'ipv6', 'domain']);
