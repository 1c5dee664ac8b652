import { EuiBadge } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AlertStatus } from '../../common/alert/alert';
import { toStatusText } from './status_text';

const COLOURS = { open: 'primary', acknowledged: 'warning', closed: 'hollow' } as const;

export const StatusBadge = ({ status }: { status: AlertStatus }): ReactElement => (
  <EuiBadge color={COLOURS[status]}>{toStatusText(status)}</EuiBadge>
);
