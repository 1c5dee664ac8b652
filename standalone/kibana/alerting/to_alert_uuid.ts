import { hash } from 'node:crypto';

/**
 * The uuid of the alert with an instance id, in the shape of RFC 9562 version 8. Kibana draws it at random;
 * here it follows from the instance id, so that the store's key alone forbids a second alert for one match.
 */
export const toAlertUuid = (instanceId: string): string => {
  const digits = hash('sha256', instanceId, 'hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
};
