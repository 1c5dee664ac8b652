import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { VerdictChange } from '../../../common/triage/triage_change';
import { CloseAsButton } from '../../triage/verdict/close_as_button';
import { toStatusAction } from '../status_text';

/** What can be done with the alerts that are ticked, or with all that fit the filter. */
export const SelectionBar = ({
  count,
  total,
  statuses,
  setStatus,
  isChanging,
  onSelectAll,
  onClear,
  children,
}: {
  /** How many are selected. */
  count: number;
  /** How many fit the filter. */
  total: number;
  /** Those the selected have; one that all of them have is not offered. */
  statuses: readonly AlertStatus[];
  /** @param verdict why they are closed */
  setStatus: (status: AlertStatus, verdict?: VerdictChange) => void;
  isChanging: boolean;
  /** Undefined where all are selected, or not the whole page. */
  onSelectAll: (() => void) | undefined;
  onClear: () => void;
  /** What else can be done with them, as flex items. */
  children?: ReactNode;
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
          values: { count },
        })}
      </EuiText>
    </EuiFlexItem>
    {onSelectAll !== undefined && (
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="xs"
          flush="both"
          onClick={onSelectAll}
          data-test-subj="webServerRceSelectMatching"
        >
          {i18n.translate('webServerRce.selection.all', {
            defaultMessage: 'Select all {total, number} that fit the filters',
            values: { total },
          })}
        </EuiButtonEmpty>
      </EuiFlexItem>
    )}
    {[...ALERT_STATUSES.slice(1), ...ALERT_STATUSES.slice(0, 1)]
      .filter((status) => statuses.some((other) => other !== status))
      .map((status) => (
        <EuiFlexItem key={status} grow={false}>
          <EuiButtonEmpty
            size="xs"
            flush="both"
            isLoading={isChanging}
            onClick={() => setStatus(status)}
            data-test-subj={`webServerRceBulk-${status}`}
          >
            {toStatusAction(status)}
          </EuiButtonEmpty>
        </EuiFlexItem>
      ))}
    {statuses.some((status) => status !== 'closed') && (
      <EuiFlexItem grow={false}>
        <CloseAsButton
          count={count}
          isDisabled={isChanging}
          onClose={(verdict) => setStatus('closed', verdict)}
        />
      </EuiFlexItem>
    )}
    {children}
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty size="xs" color="text" onClick={onClear}>
        {i18n.translate('webServerRce.selection.clear', { defaultMessage: 'Clear selection' })}
      </EuiButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);
