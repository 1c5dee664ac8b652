import { EuiHealth } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AlertSeverity } from '../../common/alert/alert';
import { toSeverityText } from './status_text';

/** Hex, because these four grades must look the same in both of EUI's themes. */
const COLOURS: Record<AlertSeverity, string> = {
  low: '#54b399',
  medium: '#d6bf57',
  high: '#da8b45',
  critical: '#e7664c',
};

export const SeverityMark = ({ severity }: { severity: AlertSeverity }): ReactElement => (
  <EuiHealth color={COLOURS[severity]} textSize="s">
    {toSeverityText(severity)}
  </EuiHealth>
);
