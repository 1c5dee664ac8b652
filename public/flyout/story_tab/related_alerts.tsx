import { EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { toAlertSummary } from '../../../common/alert/alert_summary';
import type { ListState } from '../../alerts/list_state';
import { useListState } from '../../alerts/use_list_state';
import { toVisible } from '../../text/split_hidden';
import { useRelatedCounts } from './use_related_counts';

/** How many other alerts there are of the same host and user within 48 hours, a step of the guide; a click shows them. */
export const RelatedAlerts = ({ alert }: { alert: Alert }): ReactElement => {
  const lists = toRelatedLists(alert);
  const counts = useRelatedCounts(lists);
  const { change } = useListState();
  return (
    <EuiText size="s" data-test-subj="webServerRceRelated">
      {lists.length === 0 && (
        <p>
          {i18n.translate('webServerRce.related.unknown', {
            defaultMessage: 'The event names neither host nor user to look for.',
          })}
        </p>
      )}
      {lists.map(({ what, ...list }, place) => {
        const count = counts[place];
        const text = toText(count, toVisible(what));
        return (
          <p key={place} style={{ marginBottom: 4 }}>
            {count === undefined || count === 0 ? (
              text
            ) : (
              <EuiLink onClick={() => change({ statuses: [], search: '', ...list })}>
                {text}
              </EuiLink>
            )}
          </p>
        );
      })}
    </EuiText>
  );
};

const SPAN_MS = 48 * 3_600_000;

type RelatedList = Pick<ListState, 'hosts' | 'users' | 'time'> & { readonly what: string };

const toRelatedLists = ({ event, eventTime }: Alert): RelatedList[] => {
  const { host, user } = toAlertSummary(event);
  const moment = Date.parse(eventTime);
  const time = {
    kind: 'between',
    from: new Date(moment - SPAN_MS).toISOString(),
    to: new Date(moment + SPAN_MS).toISOString(),
  } as const;
  return [
    ...(host === undefined ? [] : [{ what: host, hosts: [host], users: [], time }]),
    ...(user === undefined ? [] : [{ what: user, hosts: [], users: [user], time }]),
  ];
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
