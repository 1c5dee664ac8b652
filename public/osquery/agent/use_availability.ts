import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../common/alert/alert';
import { findText } from '../../../common/event/get_values';
import type { FleetAgent } from '../../../common/osquery/live_query_api';
import { useHost } from '../../app/host';
import { useAgent } from './use_agent';
import { useLiveQueryClient } from '../use_live_query_client';

/** Whether queries can be sent to the alert's host, or the reason why not. */
export type Availability =
  | {
      readonly kind: 'available';
      readonly agentId: string;
      /** Undefined when Fleet can't be asked. */
      readonly agent: FleetAgent | undefined;
    }
  | { readonly kind: 'not_installed' }
  /** The reader may not see rows; Kibana might still send the query. */
  | { readonly kind: 'no_right' }
  | { readonly kind: 'not_set_up' }
  | { readonly kind: 'no_agent' }
  | { readonly kind: 'agent_unknown'; readonly agentId: string };

export const useAvailability = (alert: Alert): Availability => {
  const { osqueryInstalled, osqueryRights } = useHost();
  const mayAsk = osqueryInstalled && osqueryRights.mayRead;
  const client = useLiveQueryClient();
  const agentId = findText(alert.event, 'agent.id');
  const { agent, isUnknown } = useAgent(mayAsk ? agentId : undefined);
  const { data: status } = useQuery({
    queryKey: ['osqueryStatus'],
    queryFn: ({ signal }) => client.status(signal),
    enabled: mayAsk,
    staleTime: Infinity,
  });
  if (!osqueryInstalled) return { kind: 'not_installed' };
  if (!osqueryRights.mayRead) return { kind: 'no_right' };
  if (status !== undefined && status.install_status !== 'installed') return { kind: 'not_set_up' };
  if (agentId === undefined) return { kind: 'no_agent' };
  if (isUnknown) return { kind: 'agent_unknown', agentId };
  return { kind: 'available', agentId, agent };
};
