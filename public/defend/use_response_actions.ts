import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useMemo } from 'react';
import type { Alert } from '../../common/alert/alert';
import { findText } from '../../common/event/get_values';
import type { ResponseChange } from '../../common/triage/triage_change';
import type { ApiError } from '../api/api_error';
import { toApiError } from '../api/api_error';
import { useHost } from '../app/host';
import {
  createDefendClient,
  type ActionProgress,
  type DefendClient,
  type KillTarget,
} from './defend_client';

/** Between two looks at what became of an action: a host asks for its work about every half minute. */
const LOOK_MS = 5000;

const useDefendClient = (): DefendClient => {
  const { http } = useHost();
  return useMemo(() => createDefendClient(http), [http]);
};

/** One thing to be done to a host, as somebody has confirmed it. */
export interface ConfirmedAction {
  /** Undefined: the host is cut off. */
  readonly target: KillTarget | undefined;
  readonly comment: string;
}

export interface SendAction {
  readonly send: (action: ConfirmedAction, onSent: () => void) => void;
  readonly isSending: boolean;
  /** Why it was refused; undefined before and after a try. */
  readonly problem: string | undefined;
  readonly forget: () => void;
}

/**
 * Asks Elastic Defend for one action on the alert's host.
 * @param onTaken keeps what it took
 */
export const useSendAction = (
  alert: Alert,
  agentId: string,
  hostName: string,
  onTaken: (action: ResponseChange) => void
): SendAction => {
  const client = useDefendClient();
  const { mutate, isLoading, error, reset, variables } = useMutation({
    mutationFn: ({ target, comment }: ConfirmedAction): Promise<string> => {
      const request = { agentId, comment, alertIds: alert.securityAlertIds ?? [] };
      return target === undefined ? client.isolate(request) : client.kill({ ...request, target });
    },
    onSuccess: (actionId, { target }) => onTaken(toChange(actionId, hostName, target)),
  });
  return {
    send: (action, onSent) => mutate(action, { onSuccess: onSent }),
    isSending: isLoading,
    problem: error === null ? undefined : toRefusal(toApiError(error), variables?.target),
    forget: reset,
  };
};

const toChange = (
  actionId: string,
  host: string,
  target: KillTarget | undefined
): ResponseChange => ({
  kind: 'response',
  actionId,
  host: host.slice(0, LONGEST_HOST),
  ...(target === undefined
    ? { action: 'isolate' }
    : { action: 'kill', ...(target.pid !== undefined && { pid: target.pid }) }),
});

/** As much as the history takes. */
const LONGEST_HOST = 300;

/** Kibana doesn't say which of the two is missing. */
const toRefusal = ({ status, message }: ApiError, target: KillTarget | undefined): string => {
  if (status !== 403) return message;
  return target === undefined
    ? i18n.translate('webServerRce.defend.isolateRefused', {
        defaultMessage:
          'Elastic Security refused. Isolating a host needs a Platinum license and the privilege “Host Isolation”: ask whoever keeps licenses and roles.',
      })
    : i18n.translate('webServerRce.defend.killRefused', {
        defaultMessage:
          'Elastic Security refused. Killing a process needs an Enterprise license and the privilege “Process Operations”: ask whoever keeps licenses and roles.',
      });
};

/** How far an action has come; asked again until it has come to its end. */
export const useActionProgress = (actionId: string): UseQueryResult<ActionProgress> => {
  const client = useDefendClient();
  return useQuery({
    queryKey: ['responseAction', actionId],
    queryFn: () => client.getProgress(actionId),
    refetchInterval: (progress) => (progress?.state === 'pending' ? LOOK_MS : false),
  });
};

/** The agent of Elastic Defend that saw the event: only its hosts take response actions. */
export const findDefendAgent = ({ event }: Pick<Alert, 'event'>): string | undefined =>
  findText(event, 'agent.type') === 'endpoint' ? findText(event, 'agent.id') : undefined;
