import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '@kbn/core/server';
import { z } from 'zod';
import type { EventSurvey } from '../../common/api/get_event_survey';
import type { EventSurveyor, SurveyRequest } from '../ports/event_surveyor';
import { toElasticReason } from './to_elastic_reason';

const MOST_HOSTS = 20;
/** Counting more exactly would cost more than it tells. */
const MOST_COUNTED = 10_000;

const answerSchema = z.object({
  timed_out: z.boolean().catch(false),
  hits: z.object({ total: z.object({ value: z.number(), relation: z.string() }) }),
  aggregations: z.object({
    hosts: z.object({
      buckets: z.array(
        z.object({
          key: z.string(),
          newest: z.object({ value: z.number().nullable() }),
        })
      ),
    }),
    fields: z.object({ buckets: z.record(z.object({ doc_count: z.number() })) }),
  }),
});

/** One search without hits, as the user whose client it is. */
export const createEsEventSurveyor = (client: ElasticsearchClient): EventSurveyor => ({
  async survey(request) {
    try {
      const answer = await client.search(toSearchBody(request), { signal: request.signal });
      return toSurvey(answerSchema.parse(answer), request.fields);
    } catch (error) {
      const problems = [toElasticReason(error)];
      return { events: 0, isAtLeast: true, hosts: [], absentFields: [], problems };
    }
  },
});

const toSearchBody = ({
  indexPatterns,
  timestampField,
  fields,
  from,
}: SurveyRequest): estypes.SearchRequest => ({
  index: [...indexPatterns],
  allow_no_indices: true,
  ignore_unavailable: true,
  size: 0,
  timeout: '5s',
  track_total_hits: MOST_COUNTED,
  query: {
    bool: {
      filter: [{ range: { [timestampField]: { gte: from, format: 'strict_date_optional_time' } } }],
    },
  },
  aggs: {
    hosts: {
      terms: { field: 'host.name', size: MOST_HOSTS, order: { newest: 'desc' } },
      aggs: { newest: { max: { field: timestampField } } },
    },
    fields: {
      filters: {
        filters: Object.fromEntries(fields.map((field) => [field, { exists: { field } }])),
      },
    },
  },
});

const toSurvey = (
  { timed_out, hits, aggregations }: z.infer<typeof answerSchema>,
  fields: readonly string[]
): EventSurvey => {
  const events = hits.total.value;
  return {
    events,
    isAtLeast: hits.total.relation === 'gte' || timed_out,
    hosts: aggregations.hosts.buckets.flatMap(({ key, newest }) =>
      newest.value === null ? [] : [{ name: key, newest: new Date(newest.value).toISOString() }]
    ),
    // A search that ran out of time has not seen everything.
    absentFields: timed_out
      ? []
      : fields.filter((field) => (aggregations.fields.buckets[field]?.doc_count ?? 0) === 0),
    problems: [],
  };
};
