import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AlertStats } from '../../../common/api/get_alert_stats';
import { useHost } from '../../app/host';
import { AlertHistogramChart } from './alert_histogram_chart';
import { toDurationText } from './duration_text';

/** In one line, what the list amounts to: how many are open, on how many hosts, how quick we are, and when it happened. */
export const AlertStatsStrip = ({
  stats,
  open,
}: {
  stats: AlertStats | undefined;
  /** Undefined until the list is there. */
  open: number | undefined;
}): ReactElement => {
  const { locale } = useHost();
  const toTime = (ms: number | undefined): string =>
    ms === undefined ? '–' : toDurationText(ms, locale);
  return (
    <EuiFlexGroup
      gutterSize="l"
      alignItems="center"
      responsive={false}
      wrap
      data-test-subj="webServerRceStats"
    >
      <Figure name={openText()} value={open === undefined ? '–' : open.toLocaleString(locale)} />
      <Figure name={hostsText()} value={stats ? stats.hosts.toLocaleString(locale) : '–'} />
      <Figure name={detectText()} value={toTime(stats?.detectMs)} />
      <Figure name={acknowledgeText()} value={toTime(stats?.acknowledgeMs)} />
      <Figure name={closeText()} value={toTime(stats?.closeMs)} />
      {stats?.histogram !== undefined && (
        <EuiFlexItem style={{ minWidth: 160, maxWidth: 480 }}>
          <AlertHistogramChart histogram={stats.histogram} />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

const Figure = ({ name, value }: { name: string; value: string }): ReactElement => (
  <EuiFlexItem grow={false}>
    <EuiText size="xs" color="subdued">
      {name}
    </EuiText>
    <EuiText size="m">
      <strong>{value}</strong>
    </EuiText>
  </EuiFlexItem>
);

const openText = (): string =>
  i18n.translate('webServerRce.stats.open', { defaultMessage: 'Open' });
const hostsText = (): string =>
  i18n.translate('webServerRce.stats.hosts', { defaultMessage: 'Hosts' });
const detectText = (): string =>
  i18n.translate('webServerRce.stats.detect', { defaultMessage: 'Median until detected' });
const acknowledgeText = (): string =>
  i18n.translate('webServerRce.stats.acknowledge', { defaultMessage: 'until acknowledged' });
const closeText = (): string =>
  i18n.translate('webServerRce.stats.close', { defaultMessage: 'until closed' });
