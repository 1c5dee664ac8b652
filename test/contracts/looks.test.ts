import type { HttpFetchOptions, HttpSetup } from '@kbn/core/public';
import { describe, expect } from 'vitest';
import type { LocalOsquery } from '../../engines/osquery';
import { createMemoryLiveQueryStore } from '../../standalone/kibana/osquery/create_memory_live_query_store.fixture';
import { createLiveQueries } from '../../standalone/kibana/osquery/live_queries';
import { registerLiveQueryRoutes } from '../../standalone/kibana/osquery/register_live_query_routes';
import { createOsqueryList } from '../doubles/kibana/create_osquery_list';
import { createMemoryRouter } from '../doubles/memory_router';
import { looksContract, type AskedQuery } from './looks.contract';

const toAgent = (id: string) => ({ id, hostname: id, version: '1.0.0' });

/** The stand-alone host’s routes, of which two agents were asked. */
const createStandaloneHost = async (asked: readonly AskedQuery[]): Promise<HttpSetup> => {
  const [agent, other] = [toAgent('agent-1'), toAgent('agent-2')];
  let current: AskedQuery | undefined;
  let ids = 0;
  const osquery: LocalOsquery = {
    ...{ engine: 'sqlite', tables: () => [], close: async () => undefined },
    run: async () => {
      const rows = current?.rows ?? [];
      const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, type: 'TEXT' }));
      const counts = { truncated: false, total: rows.length, isTotalExact: true, elapsedMs: 1 };
      return { kind: 'rows', columns, rows: [...rows], ...counts };
    },
  };
  const liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osquery, agent, recorded: [{ agent: other, osquery }] },
    ...{ store: createMemoryLiveQueryStore(), now: () => current?.at ?? 0 },
    newId: () => `id-${(ids += 1)}`,
    onProblem: (error) => expect.unreachable(String(error)),
  });
  for (current of asked) {
    const request = { query: current.sql, agent_ids: [current.agentId] };
    await liveQueries.create(request, { kind: 'user', userName: 'ann' });
    await liveQueries.settled();
  }
  const { router, routes } = createMemoryRouter();
  registerLiveQueryRoutes({
    ...{ router, liveQueries, agents: [agent, other], userName: 'ann' },
    now: () => 0,
  });
  return {
    fetch: async <T>(path: string, { query, signal }: HttpFetchOptions = {}): Promise<T> => {
      for (const [name, { call }] of routes) {
        const template = name.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
        const found = new RegExp(`^${template}$`).exec(`get ${path}`);
        if (!found) continue;
        const { status, payload } = await call({ params: { ...found.groups }, query });
        signal?.throwIfAborted();
        expect(status).toBe(200);
        return payload as T;
      }
      throw new Error(`No route ${path}`);
    },
  };
};

describe('looks of the stand-alone host', () => looksContract(createStandaloneHost));

describe('looks in Kibana, by our reading of its API', () =>
  looksContract(async (asked) => createOsqueryList(asked)));
