import type { HttpSetup } from '@kbn/core/public';
import { z } from 'zod';
import { toApiError } from '../api/api_error';
import { toPath } from '../api/to_path';

/** The public API of response actions; its version is a date in every Kibana. */
const API_VERSION = '2023-10-31';
const ACTION_PATH = '/api/endpoint/action';

export type ActionState = 'pending' | 'successful' | 'failed' | 'timed_out';

/** How far a response action has come. */
export interface ActionProgress {
  readonly state: ActionState;
  /** What the host said of its failure, in its own words. */
  readonly errors: readonly string[];
  /** ISO 8601. */
  readonly completedAt: string | undefined;
}

interface ActionRequest {
  /** Fleet's id of the agent, which an event of Elastic Defend has as `agent.id`. */
  readonly agentId: string;
  readonly comment: string;
  /** Elastic Security's alerts it is about; ours are not known there. */
  readonly alertIds: readonly string[];
}

/** By its entity id where there is one: a pid may have gone over to another process since. */
export interface KillTarget {
  readonly pid: number | undefined;
  readonly entityId: string | undefined;
}

/** Elastic Defend's response actions with the reader's own rights. Every call throws ApiError. */
export interface DefendClient {
  /** @returns the action's id */
  isolate(request: ActionRequest): Promise<string>;
  kill(request: ActionRequest & { readonly target: KillTarget }): Promise<string>;
  getProgress(actionId: string): Promise<ActionProgress>;
}

const sentSchema = z.object({ data: z.object({ id: z.string().min(1) }) });
const detailsSchema = z.object({
  data: z.object({
    isCompleted: z.boolean(),
    wasSuccessful: z.boolean(),
    isExpired: z.boolean(),
    errors: z.array(z.string()).nullish(),
    completedAt: z.string().nullish(),
  }),
});

export const createDefendClient = (http: HttpSetup): DefendClient => {
  const send = async (
    command: 'isolate' | 'kill_process',
    { agentId, comment, alertIds }: ActionRequest,
    parameters?: object
  ): Promise<string> => {
    const body = {
      endpoint_ids: [agentId],
      ...(comment !== '' && { comment }),
      ...(alertIds.length > 0 && { alert_ids: alertIds }),
      ...(parameters && { parameters }),
    };
    const answer = await http.fetch(`${ACTION_PATH}/${command}`, {
      method: 'POST',
      version: API_VERSION,
      body: JSON.stringify(body),
    });
    return sentSchema.parse(answer).data.id;
  };
  return {
    isolate: (request) => orApiError(() => send('isolate', request)),
    kill: ({ target: { pid, entityId }, ...request }) =>
      orApiError(() =>
        send('kill_process', request, entityId === undefined ? { pid } : { entity_id: entityId })
      ),
    getProgress: (actionId) =>
      orApiError(async () => {
        const path = toPath(`${ACTION_PATH}/{actionId}`, { actionId });
        const answer = await http.fetch(path, { method: 'GET', version: API_VERSION });
        const { isExpired, isCompleted, wasSuccessful, errors, completedAt } =
          detailsSchema.parse(answer).data;
        return {
          state: isCompleted
            ? wasSuccessful
              ? 'successful'
              : 'failed'
            : isExpired
              ? 'timed_out'
              : 'pending',
          errors: errors ?? [],
          completedAt: completedAt ?? undefined,
        };
      }),
  };
};

const orApiError = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    throw toApiError(cause);
  }
};
