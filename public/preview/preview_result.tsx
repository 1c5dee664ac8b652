import { EuiBasicTable, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { HostHits, PreviewAlert, RulePreview } from '../../common/api/preview_rule';
import { useHost } from '../app/host';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { HitBars } from './hit_bars';
import { sumPreviews, type PreviewedPart } from './preview_parts';

/** Hits over time and per host, and the alerts that would be raised. */
export const PreviewResult = ({ parts }: { parts: readonly PreviewedPart[] }): ReactElement => {
  const { euiProps } = useHost();
  const sum = sumPreviews(parts);
  return (
    <div data-test-subj="webServerRcePreviewResult">
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          <strong>{toSumText(sum)}</strong>
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <HitBars parts={parts} />
      <EuiSpacer size="m" />
      {sum.hosts.length > 0 && (
        <EuiBasicTable<HostHits>
          tableCaption={i18n.translate('webServerRce.preview.hosts', {
            defaultMessage: 'Hits per host',
          })}
          items={sum.hosts.slice(0, MOST_ROWS)}
          columns={toHostColumns()}
          compressed
          {...euiProps.table}
          data-test-subj="webServerRcePreviewHosts"
        />
      )}
      <EuiSpacer size="m" />
      {sum.examples.length > 0 && (
        <>
          <EuiTitle size="xxs">
            <h3>
              {i18n.translate('webServerRce.preview.alerts', {
                defaultMessage: 'Alerts it would raise, the gravest first',
              })}
            </h3>
          </EuiTitle>
          <EuiSpacer size="s" />
          <Examples examples={sum.examples} />
        </>
      )}
    </div>
  );
};

const MOST_ROWS = 20;

const toSumText = ({ matches, alerts, quiet, hidden, isCut }: RulePreview): string => {
  const values = { matches, alerts, quiet, hidden };
  return isCut
    ? i18n.translate('webServerRce.preview.sumCut', {
        defaultMessage:
          'At least {matches, number} hits, {alerts, number} alerts, {quiet, number} commands below the least risk, {hidden, number} hidden by exceptions. Parts with more than 1,000 hits are counted no further.',
        values,
      })
    : i18n.translate('webServerRce.preview.sum', {
        defaultMessage:
          '{matches, number} hits, {alerts, number} alerts, {quiet, number} commands below the least risk, {hidden, number} hidden by exceptions.',
        values,
      });
};

const toHostColumns = (): EuiBasicTableColumn<HostHits>[] => [
  {
    name: i18n.translate('webServerRce.preview.host', { defaultMessage: 'Host' }),
    render: ({ host }: HostHits) => <VisibleText text={host} />,
  },
  {
    name: i18n.translate('webServerRce.preview.hits', { defaultMessage: 'Hits' }),
    align: 'right',
    render: ({ matches }: HostHits) => String(matches),
  },
  {
    name: i18n.translate('webServerRce.preview.alertCount', { defaultMessage: 'Alerts' }),
    align: 'right',
    render: ({ alerts }: HostHits) => String(alerts),
  },
];

const Examples = ({ examples }: { examples: readonly PreviewAlert[] }): ReactElement => {
  const time = useTimeFormat();
  return (
    <EuiText size="xs" data-test-subj="webServerRcePreviewAlerts">
      <ul>
        {examples.map(({ eventId, eventTime, riskScore, reason }) => (
          <li key={`${eventId}${eventTime}`} style={{ overflowWrap: 'anywhere' }}>
            <strong>{riskScore}</strong> · {time.short(eventTime)} · <VisibleText text={reason} />
          </li>
        ))}
      </ul>
    </EuiText>
  );
};
