import {
  LIVE_QUERY_API,
  liveQueryCreatedSchema,
  liveQueryDetailsSchema,
  liveQueryResultsSchema,
  MOST_RESULT_ROWS,
} from '../../common/osquery/live_query_api';
import { until } from '../kibana/until';
import type { StartedHost } from '../start_host';

/**
 * Runs a query on the host's own machine as the flyout does.
 * @returns rows by column, without the `osquery.` the API puts before it
 * @throws Error if the query fails or does not end in 20 seconds
 */
export const readLiveQuery = async (
  host: StartedHost,
  alertId: string,
  sql: string
): Promise<Record<string, string>[]> => {
  const { create } = LIVE_QUERY_API;
  const created = liveQueryCreatedSchema.parse(
    await host.call(create.path, { query: sql, agent_ids: [host.agentId], alert_ids: [alertId] })
  );
  const path = `${create.path}/${created.data.action_id}`;
  const query = await until(sql, 20, async () => {
    const { data } = liveQueryDetailsSchema.parse(await host.call(path));
    return data.status === 'completed' ? data.queries[0] : undefined;
  });
  if (!query || query.failed > 0) throw new Error(`The query failed: ${sql}`);
  const { data } = liveQueryResultsSchema.parse(
    await host.call(`${path}/results/${query.action_id}?pageSize=${MOST_RESULT_ROWS}`)
  );
  return data.edges.map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [
        name.replace(/^osquery\./, ''),
        String(Array.isArray(values) ? values[0] : values),
      ])
    )
  );
};
