import { useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AlertHistogram } from '../../../common/api/get_alert_stats';
import { useTimeFormat } from '../../text/use_time_format';

const HEIGHT = 36;
const BAR = 10;

/** When the alerts happened, as bars; the sentence says the same to who can't see them. */
export const AlertHistogramChart = ({ histogram }: { histogram: AlertHistogram }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const time = useTimeFormat();
  const { from, to, counts } = histogram;
  const most = Math.max(1, ...counts);
  const label = i18n.translate('webServerRce.stats.histogram', {
    defaultMessage: 'Alerts from {from} to {to}; at most {most} in one bar',
    values: { from: time.full(from), to: time.full(to), most },
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${counts.length * BAR} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ width: '100%', height: HEIGHT, display: 'block' }}
      data-test-subj="webServerRceHistogram"
    >
      <title>{label}</title>
      {counts.map((count, place) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);
        return (
          <rect
            key={place}
            x={place * BAR + 1}
            y={HEIGHT - height}
            width={BAR - 2}
            height={height}
            fill={count === 0 ? euiTheme.colors.lightShade : euiTheme.colors.primary}
          />
        );
      })}
    </svg>
  );
};
