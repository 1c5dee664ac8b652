import type { HttpSetup } from '@kbn/core/public';
import { z } from 'zod';
import type { CheckId, ReadinessCheck } from '../../common/readiness/readiness';
import { toApiError } from '../api/api_error';

/** Kibana's own APIs, asked with the reader's rights. Where a plugin is not there, there is nothing to check. */
export const findKibanaChecks = async (
  http: HttpSetup,
  signal: AbortSignal | undefined
): Promise<readonly ReadinessCheck[]> => {
  const ask = async (
    path: string,
    ids: readonly CheckId[],
    toChecks: (answer: unknown) => readonly ReadinessCheck[]
  ): Promise<readonly ReadinessCheck[]> => {
    try {
      return toChecks(await http.fetch(path, signal === undefined ? {} : { signal }));
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      const { status, message } = toApiError(cause);
      return status === 404 ? [] : ids.map((id) => ({ id, state: 'unknown', seen: [message] }));
    }
  };
  const found = await Promise.all([
    ask('/api/alerting/_health', ['encryption_key'], toEncryptionCheck),
    ask(
      '/api/fleet/agent_policies?full=true&perPage=1000',
      ['defend_agents', 'osquery_agents'],
      toAgentChecks
    ),
  ]);
  return found.flat();
};

const healthSchema = z.object({ has_permanent_encryption_key: z.boolean() });

const toEncryptionCheck = (answer: unknown): ReadinessCheck[] => {
  const { has_permanent_encryption_key: isPermanent } = healthSchema.parse(answer);
  return [{ id: 'encryption_key', state: isPermanent ? 'good' : 'bad', seen: [] }];
};

const policiesSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      agents: z.number().catch(0),
      package_policies: z
        .array(z.object({ package: z.object({ name: z.string() }).optional() }))
        .catch([]),
    })
  ),
});

type AgentPolicy = z.infer<typeof policiesSchema>['items'][number];

/** Agents without one of the two integrations see nothing, or can't be asked. */
const toAgentChecks = (answer: unknown): ReadinessCheck[] => {
  const { items } = policiesSchema.parse(answer);
  return [
    toAgentCheck('defend_agents', 'endpoint', items),
    toAgentCheck('osquery_agents', 'osquery_manager', items),
  ];
};

const toAgentCheck = (
  id: CheckId,
  integration: string,
  policies: readonly AgentPolicy[]
): ReadinessCheck => {
  const used = policies.filter(({ agents }) => agents > 0);
  const lacking = used.filter(
    (policy) => !policy.package_policies.some((one) => one.package?.name === integration)
  );
  if (used.length === lacking.length) return { id, state: 'bad', seen: [] };
  const seen = lacking.map(({ name, agents }) => `${name} (${agents})`);
  return { id, state: lacking.length > 0 ? 'doubtful' : 'good', seen };
};
