import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../common/alert/alert';
import type { ListedAlert } from '../../common/alert/listed_alert';
import { toStatusAction } from './status_text';

/** What can be done with the alerts that are ticked; statuses none of them would change to are left out. */
export const SelectionBar = ({
  selected,
  setStatus,
  isChanging,
  onClear,
}: {
  selected: readonly ListedAlert[];
  setStatus: (alerts: readonly ListedAlert[], status: AlertStatus) => void;
  isChanging: boolean;
  onClear: () => void;
}): ReactElement => (
  <EuiFlexGroup
    gutterSize="s"
    alignItems="center"
    responsive={false}
    wrap
    data-test-subj="webServerRceSelection"
  >
    <EuiFlexItem grow={false}>
      <EuiText size="s" role="status">
        {i18n.translate('webServerRce.selection.count', {
          defaultMessage: '{count, plural, one {# alert} other {# alerts}} selected',
          values: { count: selected.length },
        })}
      </EuiText>
    </EuiFlexItem>
    {[...ALERT_STATUSES.slice(1), ...ALERT_STATUSES.slice(0, 1)]
      .filter((status) => selected.some((alert) => alert.status !== status))
      .map((status) => (
        <EuiFlexItem key={status} grow={false}>
          <EuiButtonEmpty
            size="xs"
            flush="both"
            isLoading={isChanging}
            onClick={() => setStatus(selected, status)}
            data-test-subj={`webServerRceBulk-${status}`}
          >
            {toStatusAction(status)}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ))}
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty size="xs" color="text" onClick={onClear}>
        {i18n.translate('webServerRce.selection.clear', { defaultMessage: 'Clear selection' })}
      </EuiButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);
