import type { Alert } from '../alert';

/** Whether an alert is one of Elastic Security's, and not one of ours that it found too. */
export const isSecurityAlert = ({
  id,
  securityAlertIds = [],
}: Pick<Alert, 'id' | 'securityAlertIds'>): boolean => securityAlertIds.includes(id);
