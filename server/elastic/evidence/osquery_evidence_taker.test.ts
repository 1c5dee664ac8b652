import type { OsqueryActionService } from '@kbn/osquery-plugin/server';
import { describe, expect, it } from 'vitest';
import {
  evidenceTakerContract,
  type KeptEvidence,
} from '../../../test/contracts/evidence_taker.contract';
import { createOsqueryEvidenceTaker } from './osquery_evidence_taker';

type Created = Parameters<OsqueryActionService['create']>;

const createService = () => {
  const created: Created[] = [];
  const service: OsqueryActionService = {
    create: async (...parameters) => {
      await new Promise((resolve) => setImmediate(resolve));
      created.push(parameters);
    },
  };
  return { service, created };
};

describe('evidence through Kibana’s Osquery plugin', () => {
  evidenceTakerContract(async (canAsk) => {
    const { service, created } = createService();
    return {
      taker: createOsqueryEvidenceTaker(canAsk ? service : undefined, '8.12.2'),
      listKept: async () =>
        created.map(([{ agent_ids, alert_ids, metadata, queries }]): KeptEvidence => ({
          ...{ agentIds: agent_ids, alertIds: alert_ids, metadata },
          queries: queries.map(({ id, query }) => ({ id, sql: query })),
        })),
    };
  });

  it('names the space from 9 on, where 8 would take it for an alert', async () => {
    const { service, created } = createService();
    for (const version of ['8.12.2', '8.19.0', '9.3.1']) {
      await createOsqueryEvidenceTaker(service, version).take({
        ...{ spaceId: 'soc', agentId: 'a', hostName: undefined, alertIds: ['x'] },
        queries: [{ label: 'q', sql: 'SELECT 1' }],
      });
    }
    expect(created.map(([, options]) => options)).toEqual([
      undefined,
      undefined,
      { space: { id: 'soc' } },
    ]);
  });
});
