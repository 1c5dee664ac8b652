import type { UserElasticsearchClient } from '@kbn/core/server';
import { z } from 'zod';
import type { CheckId, ReadinessCheck } from '../../common/readiness/readiness';
import type { ProbeRequest, ReadinessProbe } from '../ports/readiness_probe';
import { toElasticReason } from './to_elastic_reason';

/** Everything the integrations write: a host that sends anything at all shows here. */
const ALL_EVENTS = 'logs-*';
const MOST_HOSTS = 100;

/** Asks Elasticsearch as the user whose client it is. */
export const createEsReadinessProbe = (client: UserElasticsearchClient): ReadinessProbe => ({
  probe: (request) =>
    Promise.all([
      findOut('hosts_without_processes', () => findSilentHosts(client, request)),
      findOut('fields_mapped', () => findUnmappedFields(client, request)),
      findOut('indices_readable', () => findUnreadable(client, request)),
    ]),
});

/** A check that finds something is doubtful: it names what is missing. */
const findOut = async (
  id: CheckId,
  find: () => Promise<readonly string[]>
): Promise<ReadinessCheck> => {
  try {
    const seen = await find();
    return { id, state: seen.length > 0 ? 'doubtful' : 'good', seen };
  } catch (error) {
    return { id, state: 'unknown', seen: [toElasticReason(error)] };
  }
};

const hostsSchema = z.object({
  hosts: z.object({
    buckets: z.array(z.object({ key: z.string(), processes: z.object({ doc_count: z.number() }) })),
  }),
});

const findSilentHosts = async (
  client: UserElasticsearchClient,
  { timestampField, from, signal }: ProbeRequest
): Promise<string[]> => {
  const { aggregations } = await client.search(
    {
      index: ALL_EVENTS,
      allow_no_indices: true,
      ignore_unavailable: true,
      size: 0,
      timeout: '5s',
      query: { range: { [timestampField]: { gte: from } } },
      aggs: {
        hosts: {
          terms: { field: 'host.name', size: MOST_HOSTS },
          aggs: { processes: { filter: { term: { 'event.category': 'process' } } } },
        },
      },
    },
    { signal }
  );
  if (!aggregations) return [];
  return hostsSchema
    .parse(aggregations)
    .hosts.buckets.filter(({ processes }) => processes.doc_count === 0)
    .map(({ key }) => key);
};

const findUnmappedFields = async (
  client: UserElasticsearchClient,
  { indexPatterns, fields, signal }: ProbeRequest
): Promise<string[]> => {
  const { fields: mapped } = await client.fieldCaps(
    {
      index: [...indexPatterns],
      fields: [...fields],
      allow_no_indices: true,
      ignore_unavailable: true,
    },
    { signal }
  );
  return fields.filter((field) => mapped[field] === undefined);
};

const findUnreadable = async (
  client: UserElasticsearchClient,
  { indexPatterns, signal }: ProbeRequest
): Promise<string[]> => {
  const { index } = await client.security.hasPrivileges(
    { index: [{ names: [...indexPatterns], privileges: ['read', 'view_index_metadata'] }] },
    { signal }
  );
  return Object.entries(index)
    .filter(([, privileges]) => Object.values(privileges).includes(false))
    .map(([name]) => name);
};
