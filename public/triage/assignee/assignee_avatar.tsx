import { EuiAvatar, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toVisible } from '../../text/split_hidden';

/** The initials of whose work an alert is; nothing where it is nobody's. */
export const AssigneeAvatar = ({ name }: { name: string | undefined }): ReactElement | null =>
  name === undefined ? null : (
    <EuiToolTip
      content={i18n.translate('webServerRce.change.assigned', {
        defaultMessage: 'Assigned to {assignee}',
        values: { assignee: toVisible(name) },
      })}
    >
      <EuiAvatar
        size="s"
        name={toVisible(name)}
        tabIndex={0}
        data-test-subj="webServerRceAssigneeAvatar"
      />
    </EuiToolTip>
  );
