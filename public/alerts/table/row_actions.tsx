import { EuiButtonIcon } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { toStatusAction } from '../status_text';

/** None of them an eye: that means looking, and who acknowledges an alert takes it on. */
const STATUS_ICONS = {
  acknowledged: 'flag',
  closed: 'check',
  open: 'refresh',
} as const;

/** An open alert can be acknowledged or closed, an acknowledged one closed, a closed one reopened. */
const OFFERED: Readonly<Record<AlertStatus, readonly AlertStatus[]>> = {
  open: ['acknowledged', 'closed'],
  acknowledged: ['closed'],
  closed: ['open'],
};

/**
 * What can be done with an alert without opening it. Not the actions of EUI's table, which has a tooltip, a menu and a place to
 * measure for each of them: a page of alerts would take a quarter longer to draw.
 */
export const RowActions = ({
  alert,
  isDisabled,
  setStatus,
}: {
  alert: ListedAlert;
  /** Rows are ticked: what is done then is done to those, from above the table. */
  isDisabled: boolean;
  setStatus: (alerts: readonly ListedAlert[], status: AlertStatus) => void;
}): ReactElement => (
  <>
    {OFFERED[alert.status].map((status) => (
      <EuiButtonIcon
        key={status}
        iconType={STATUS_ICONS[status]}
        color="text"
        isDisabled={isDisabled}
        aria-label={toStatusAction(status)}
        title={toStatusAction(status)}
        onClick={() => setStatus([alert], status)}
        data-test-subj={`webServerRceRow-${status}`}
      />
    ))}
  </>
);
