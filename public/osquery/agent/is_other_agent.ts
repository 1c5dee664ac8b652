import type { Alert } from '../../../common/alert/alert';
import { findText } from '../../../common/event/get_values';

/** Whether an agent is known to be another than the one the alert came from. */
export const isOtherAgent = ({ event }: Pick<Alert, 'event'>, agentId: string): boolean => {
  const own = findText(event, 'agent.id');
  return own !== undefined && agentId !== '' && agentId !== own;
};
