import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useNeighbourKeys } from './use_neighbour_keys';
import { useNeighbours } from './use_neighbours';
import { ChevronLeft } from '../icons/chevron_left';
import { ChevronRight } from '../icons/chevron_right';

/** To the alert above or below on the page of the table. Nothing while the alert is not on the page. */
export const NeighbourButtons = ({ id }: { id: string }): ReactElement | null => {
  const neighbours = useNeighbours(id);
  useNeighbourKeys(neighbours);
  if (neighbours === undefined) return null;
  const { position, total, openPrevious, openNext } = neighbours;
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiToolTip
          content={i18n.translate('webServerRce.flyout.previous', {
            defaultMessage: 'Previous alert (key k)',
          })}
        >
          <EuiButtonIcon
            iconType={ChevronLeft}
            color="text"
            isDisabled={openPrevious === undefined}
            onClick={() => openPrevious?.()}
            aria-label={i18n.translate('webServerRce.flyout.previous', {
              defaultMessage: 'Previous alert (key k)',
            })}
            data-test-subj="webServerRcePrevious"
          />
        </EuiToolTip>
      </EuiFlexItem>
      {position !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued" style={{ whiteSpace: 'nowrap' }}>
            {i18n.translate('webServerRce.flyout.position', {
              defaultMessage: '{position} of {total}',
              values: { position, total },
            })}
          </EuiText>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiToolTip
          content={i18n.translate('webServerRce.flyout.next', {
            defaultMessage: 'Next alert (key j)',
          })}
        >
          <EuiButtonIcon
            iconType={ChevronRight}
            color="text"
            isDisabled={openNext === undefined}
            onClick={() => openNext?.()}
            aria-label={i18n.translate('webServerRce.flyout.next', {
              defaultMessage: 'Next alert (key j)',
            })}
            data-test-subj="webServerRceNext"
          />
        </EuiToolTip>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
