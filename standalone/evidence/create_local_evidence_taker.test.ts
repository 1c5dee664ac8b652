import { describe, expect, test } from 'vitest';
import type { LocalOsquery } from '../../engines/osquery';
import {
  evidenceTakerContract,
  type KeptEvidence,
} from '../../test/contracts/evidence_taker.contract';
import { createMemoryLiveQueryStore } from '../kibana/osquery/create_memory_live_query_store.fixture';
import { createLiveQueries } from '../kibana/osquery/live_queries';
import { createLocalEvidenceTaker } from './create_local_evidence_taker';

const osquery: LocalOsquery = {
  ...{ engine: 'sqlite', tables: () => [], close: async () => undefined },
  run: async () => ({ kind: 'cancelled' }),
};

const createTaker = (hostname: string) => {
  let ids = 0;
  const agent = { id: 'agent-1', hostname, version: '1.0.0' };
  const liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osquery, store: createMemoryLiveQueryStore(), agent },
    ...{ now: () => 0, newId: () => `id-${(ids += 1)}` },
    onProblem: (error) => expect.unreachable(String(error)),
  });
  const listKept = async (): Promise<readonly KeptEvidence[]> => {
    const { items } = await liveQueries.list({ page: 0, pageSize: 10, sortOrder: 'asc' });
    return items.map(({ agents, request, queries }) => ({
      ...{ agentIds: agents, alertIds: request.alert_ids ?? [], metadata: request.metadata },
      queries,
    }));
  };
  return { taker: createLocalEvidenceTaker(liveQueries, [agent]), listKept };
};

describe('evidence of this machine', () =>
  evidenceTakerContract(async (canAsk) => createTaker(canAsk ? 'web-01.example.org' : 'laptop')));

test('asks this machine for no event of another agent', async () => {
  const { taker, listKept } = createTaker('web-01');
  const queries = [{ label: 'q', sql: 'SELECT 1' }];
  const request = { spaceId: 'default', agentId: 'agent-2', hostName: 'web-01', alertIds: ['x'] };
  expect(await taker.take({ ...request, queries })).toBe(false);
  expect(await listKept()).toEqual([]);
});
