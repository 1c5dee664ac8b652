import { EuiBadge, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RankedRequest } from '../../common/request/rank_requests';
import { Mono } from '../text/mono';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { toClueText } from './to_clue_text';

/** One line of an access log, and why it may be the one. */
export const RequestLine = ({ ranked }: { ranked: RankedRequest }): ReactElement => {
  const time = useTimeFormat();
  const { request, clues } = ranked;
  const { address, forwardedFor, method, target, status, bytes, userAgent, user } = request;
  const facts = [
    time.full(new Date(request.time).toISOString()),
    status === undefined
      ? undefined
      : i18n.translate('webServerRce.request.status', {
          defaultMessage: 'status {status}',
          values: { status: String(status) },
        }),
    bytes === undefined
      ? undefined
      : i18n.translate('webServerRce.request.bytes', {
          defaultMessage: '{bytes, number} bytes',
          values: { bytes },
        }),
    user,
    forwardedFor === undefined ? undefined : `X-Forwarded-For: ${forwardedFor}`,
    userAgent,
  ].filter((fact) => fact !== undefined);
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="s" data-test-subj="webServerRceRequest">
      <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
        <strong>
          <VisibleText text={address} />
        </strong>{' '}
        <Mono strong>
          <VisibleText text={method === undefined ? target : `${method} ${target}`} />
        </Mono>
      </EuiText>
      <EuiText size="xs" color="subdued" style={{ overflowWrap: 'anywhere' }}>
        <VisibleText text={facts.join(' · ')} />
      </EuiText>
      {clues.map((clue) => (
        <EuiBadge key={clue} color="hollow">
          {toClueText(clue)}
        </EuiBadge>
      ))}
    </EuiPanel>
  );
};
