import { EuiBadge } from '@elastic/eui';
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

/** A severity with its risk, in one line whatever the room. */
export const SeverityMark = ({
  severity,
  riskScore,
}: {
  severity: AlertSeverity;
  riskScore?: number;
}): ReactElement => (
  <EuiBadge color={COLOURS[severity]} style={{ whiteSpace: 'nowrap' }}>
    {toSeverityText(severity)}
    {riskScore === undefined ? '' : ` ${riskScore}`}
  </EuiBadge>
);
