import { EuiCallOut, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Look } from '../../../common/osquery/looks/look';
import { RECENT_MS, type Novelties } from '../../../common/osquery/looks/new_listeners';
import { VisibleText } from '../../text/visible_text';
import { useTimeFormat, type TimeFormat } from '../../text/use_time_format';
import { useRuns } from '../use_runs';
import type { LooksReading } from './use_novelties';

/** What listening ports were compared with, how far back that reaches, and how many are new. */
export const LooksSentence = ({
  reading,
  novelties,
}: {
  reading: LooksReading;
  novelties: Novelties;
}): ReactElement => {
  const time = useTimeFormat();
  const { alert } = useRuns();
  if (reading.kind === 'unread') {
    return (
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        title={i18n.translate('webServerRce.looks.unread', {
          defaultMessage:
            'Earlier looks at this host could not be read, so these ports are compared with nothing',
        })}
        data-test-subj="webServerRceLooks"
      >
        <p>
          <VisibleText text={reading.message} />{' '}
          <EuiLink onClick={reading.readAgain}>
            {i18n.translate('webServerRce.looks.readAgain', { defaultMessage: 'Try again' })}
          </EuiLink>
        </p>
      </EuiCallOut>
    );
  }
  const text =
    reading.kind === 'reading'
      ? i18n.translate('webServerRce.looks.reading', {
          defaultMessage: 'Comparing with earlier looks at this host…',
        })
      : toText(reading.looks, novelties.size, Date.parse(alert.eventTime), time);
  return (
    <EuiText size="xs" color="subdued" role="status" data-test-subj="webServerRceLooks">
      <p>{text}</p>
    </EuiText>
  );
};

const toText = (
  looks: readonly Look[],
  count: number,
  eventMs: number,
  time: TimeFormat
): string => {
  const [first] = looks;
  if (first === undefined) {
    return i18n.translate('webServerRce.looks.none', {
      defaultMessage:
        'No earlier look at this host to compare with: {count, plural, =0 {nothing is marked as new} one {# row is marked by when its program started} other {# rows are marked by when their programs started}}.',
      values: { count },
    });
  }
  const compared = i18n.translate('webServerRce.looks.compared', {
    defaultMessage:
      'Compared with {looks, plural, one {# earlier look} other {# earlier looks}} at this host since {since}: {count, plural, =0 {nothing is marked as new} one {# row is marked} other {# rows are marked}}.',
    values: {
      looks: looks.length,
      since: time.short(new Date(first.at).toISOString()),
      count,
    },
  });
  return [
    compared,
    ...(first.at > eventMs - RECENT_MS ? [toShortText()] : []),
    ...(looks.some(({ isCut }) => isCut) ? [toCutText()] : []),
  ].join(' ');
};

const toShortText = (): string =>
  i18n.translate('webServerRce.looks.short', {
    defaultMessage:
      'That is less than a day before the alert: what was opened earlier that day may count as known.',
  });

const toCutText = (): string =>
  i18n.translate('webServerRce.looks.cut', {
    defaultMessage: 'An earlier look has more rows than are read, so a mark may be wrong.',
  });
