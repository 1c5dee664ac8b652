import { EuiText } from '@elastic/eui';
import { useQueries } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { findAlertRequests } from '../../../common/api/find_alert_requests';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { callEndpoint } from '../../api/call_endpoint';
import { useHost } from '../../app/host';
import { VisibleText } from '../../text/visible_text';

/** A log's line of a request stands this close to what it started, or far away. */
const MINUTES = 1;
const FRESH_MS = 5 * 60_000;
/** More addresses nobody takes in at a glance. */
const MOST_ADDRESSES = 5;

/** From which addresses some alerts came, by what they hold or else by their likeliest requests, the most frequent first; nothing where no access log tells. */
export const GroupSources = ({
  alerts,
}: {
  alerts: readonly ListedAlert[];
}): ReactElement | null => {
  const { http } = useHost();
  const asked = alerts.filter(({ source }) => source === undefined);
  const answers = useQueries({
    queries: asked.map(({ id }) => ({
      queryKey: ['requests', id, MINUTES],
      queryFn: ({ signal }: { signal?: AbortSignal }) =>
        callEndpoint(http, findAlertRequests, {
          params: { id },
          query: { minutes: MINUTES },
          signal,
        }),
      staleTime: FRESH_MS,
    })),
  });
  const counts = new Map<string, number>();
  const addresses = [
    ...alerts.map(({ source }) => source),
    ...answers.map(({ data }) => data?.ranked[0]?.request.address),
  ];
  for (const address of addresses) {
    if (address !== undefined) counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const sources = [...counts].sort((a, b) => b[1] - a[1]);
  if (sources.length === 0) return null;
  const more = sources.length - MOST_ADDRESSES;
  const list = sources
    .slice(0, MOST_ADDRESSES)
    .map(([address, count]) =>
      i18n.translate('webServerRce.groups.sourceOf', {
        defaultMessage: '{address} ({count, plural, one {# alert} other {# alerts}})',
        values: { address, count },
      })
    )
    .concat(
      more > 0
        ? i18n.translate('webServerRce.groups.moreSources', {
            defaultMessage: '{more, plural, one {# more address} other {# more addresses}}',
            values: { more },
          })
        : []
    )
    .join(', ');
  return (
    <EuiText size="s" data-test-subj="webServerRceGroupSource">
      <VisibleText
        text={i18n.translate('webServerRce.groups.sources', {
          defaultMessage: 'Likeliest sources, by the access log: {list}',
          values: { list },
        })}
      />
    </EuiText>
  );
};
