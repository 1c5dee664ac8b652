import { EuiFilterButton, EuiFilterGroup, EuiNotificationBadge } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { AlertPage } from '../../../common/api/find_alerts';
import { useHost } from '../../app/host';
import { toStatusText } from '../status_text';

/** One button per status with the number of alerts in it; none pressed shows every status. */
export const StatusFilter = ({
  selected,
  counts,
  onChange,
}: {
  selected: readonly AlertStatus[];
  counts: AlertPage['statusCounts'] | undefined;
  onChange: (statuses: readonly AlertStatus[]) => void;
}): ReactElement => {
  const { euiProps } = useHost();
  return (
    <EuiFilterGroup
      compressed
      role="group"
      aria-label={i18n.translate('webServerRce.filter.status', { defaultMessage: 'Status' })}
    >
      {ALERT_STATUSES.map((status) => {
        const isOn = selected.includes(status);
        const count = counts?.[status];
        return (
          <EuiFilterButton
            key={status}
            hasActiveFilters={isOn}
            isSelected={isOn}
            aria-pressed={isOn}
            {...euiProps.toggle}
            onClick={() =>
              onChange(
                isOn
                  ? selected.filter((other) => other !== status)
                  : ALERT_STATUSES.filter((other) => other === status || selected.includes(other))
              )
            }
            data-test-subj={`webServerRceStatus-${status}`}
          >
            <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
              {toStatusText(status)}
              {count !== undefined && (
                <EuiNotificationBadge color={isOn && count > 0 ? 'accent' : 'subdued'} size="m">
                  {count}
                </EuiNotificationBadge>
              )}
            </span>
          </EuiFilterButton>
        );
      })}
    </EuiFilterGroup>
  );
};
