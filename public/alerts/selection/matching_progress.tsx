import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** How far a change of all that fit the filters has come. */
export const MatchingProgress = ({
  changed,
  total,
  onStop,
}: {
  changed: number;
  total: number;
  onStop: () => void;
}): ReactElement => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiLoadingSpinner size="m" />
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiText size="s" role="status">
        {i18n.translate('webServerRce.selection.progress', {
          defaultMessage: '{changed, number} of {total, number} changed',
          values: { changed, total },
        })}
      </EuiText>
    </EuiFlexItem>
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty size="xs" color="text" onClick={onStop}>
        {i18n.translate('webServerRce.selection.stop', { defaultMessage: 'Stop' })}
      </EuiButtonEmpty>
    </EuiFlexItem>
  </EuiFlexGroup>
);
