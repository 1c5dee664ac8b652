import { useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useTimeFormat } from '../text/use_time_format';
import type { PreviewedPart } from './preview_parts';

const HEIGHT = 80;

/** Hits over time, the oldest on the left: one bar for each part, its alerts in another colour. */
export const HitBars = ({ parts }: { parts: readonly PreviewedPart[] }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const time = useTimeFormat();
  const most = Math.max(1, ...parts.map(({ preview }) => preview.matches));
  const oldestFirst = [...parts].reverse();
  return (
    <div
      role="list"
      aria-label={i18n.translate('webServerRce.preview.overTime', {
        defaultMessage: 'Hits over time',
      })}
      style={{
        display: 'flex',
        alignItems: 'flex-end',
        gap: 2,
        height: HEIGHT,
        borderBottom: `1px solid ${euiTheme.colors.mediumShade}`,
      }}
      data-test-subj="webServerRcePreviewBars"
    >
      {oldestFirst.map(({ from, to, preview: { matches, alerts } }) => {
        const label = i18n.translate('webServerRce.preview.bar', {
          defaultMessage: '{from} – {to}: {matches, number} hits, {alerts, number} alerts',
          values: { from: time.short(from), to: time.short(to), matches, alerts },
        });
        return (
          <div
            key={from}
            role="listitem"
            title={label}
            aria-label={label}
            style={{ flex: 1, height: '100%', display: 'flex', alignItems: 'flex-end' }}
          >
            <div
              style={{
                width: '100%',
                height: `${(matches / most) * 100}%`,
                minHeight: matches > 0 ? 2 : 0,
                display: 'flex',
                alignItems: 'flex-end',
                background: euiTheme.colors.primary,
              }}
            >
              <div
                style={{
                  width: '100%',
                  height: `${matches === 0 ? 0 : Math.min(100, (alerts / matches) * 100)}%`,
                  background: euiTheme.colors.danger,
                }}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
};
