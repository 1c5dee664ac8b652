import { EuiButtonEmpty, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { useAssignAll } from './use_assign_all';
import { usePeople } from './use_people';

/** Makes the ticked alerts the reader's own work. Nothing where the host tells no users apart, or where all of them are already. */
export const TakeAllButton = ({
  alerts,
  onDone,
}: {
  alerts: readonly ListedAlert[];
  onDone: () => void;
}): ReactElement | null => {
  const me = usePeople()?.me;
  const { assignAll, isChanging } = useAssignAll();
  const others = alerts.filter(({ assignee }) => assignee !== me);
  if (me === undefined || others.length === 0) return null;
  return (
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="xs"
        flush="both"
        isLoading={isChanging}
        onClick={() => assignAll(others, me, onDone)}
        data-test-subj="webServerRceBulk-assign"
      >
        {i18n.translate('webServerRce.assignee.take', { defaultMessage: 'Assign to me' })}
      </EuiButtonEmpty>
    </EuiFlexItem>
  );
};
