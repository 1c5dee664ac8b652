import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toAlertSummary } from '../alerts/alert_summary';
import type { ListState } from '../alerts/list_state';
import { useListState } from '../alerts/use_list_state';
import { toVisible } from '../text/split_hidden';
import { useRelatedCount } from './use_related_count';

/** How many other alerts there are of the same host and user within 48 hours, a step of the guide; a click shows them. */
export const RelatedAlerts = ({ alert }: { alert: Alert }): ReactElement => {
  const { host, user } = toAlertSummary(alert);
  return (
    <EuiText size="s" data-test-subj="webServerRceRelated">
      {host === undefined && user === undefined && (
        <p>
          {i18n.translate('webServerRce.related.unknown', {
            defaultMessage: 'The event names neither host nor user to look for.',
          })}
        </p>
      )}
      {host !== undefined && <Related alert={alert} part={{ hosts: [host] }} what={host} />}
      {user !== undefined && <Related alert={alert} part={{ users: [user] }} what={user} />}
    </EuiText>
  );
};

const SPAN_MS = 48 * 3_600_000;

const Related = ({
  alert,
  part,
  what,
}: {
  alert: Alert;
  part: Partial<ListState>;
  what: string;
}): ReactElement => {
  const { change } = useListState();
  const moment = Date.parse(alert.eventTime);
  const time = {
    kind: 'between',
    from: new Date(moment - SPAN_MS).toISOString(),
    to: new Date(moment + SPAN_MS).toISOString(),
  } as const;
  const count = useRelatedCount({ ...part, time });
  const text = toText(count, toVisible(what));
  return (
    <p style={{ marginBottom: 4 }}>
      {count === undefined || count === 0 ? (
        text
      ) : (
        <EuiLink
          onClick={() => change({ statuses: [], hosts: [], users: [], search: '', ...part, time })}
        >
          {text}
        </EuiLink>
      )}
    </p>
  );
};

const toText = (count: number | undefined, what: string): string =>
  count === undefined
    ? i18n.translate('webServerRce.related.counting', {
        defaultMessage: '{what}: counting other alerts within 48 hours…',
        values: { what },
      })
    : i18n.translate('webServerRce.related.count', {
        defaultMessage:
          '{what}: {count, plural, =0 {no other alert} one {# other alert} other {# other alerts}} within 48 hours before or after',
        values: { what, count },
      });
