import { expect, test } from 'vitest';
import { hasEvidenceMark } from '../../common/osquery/evidence_mark';
import type { EvidenceRequest, EvidenceTaker } from '../../server/ports/evidence_taker';

/** What was sent, as it is kept where live queries are kept. */
export interface KeptEvidence {
  readonly agentIds: readonly string[];
  readonly alertIds: readonly string[];
  readonly metadata: unknown;
  readonly queries: readonly { readonly id: string; readonly sql: string }[];
}

const REQUEST: EvidenceRequest = {
  spaceId: 'default',
  agentId: 'agent-1',
  hostName: 'web-01',
  alertIds: ['alert-1', 'alert-2'],
  queries: [
    { label: 'Processes', sql: "SELECT '🐚' FROM processes" },
    { label: '', sql: 'SELECT 2' },
  ],
};

/**
 * What every taker of evidence must do.
 * @param createTaker gives one that can ask `agent-1`, or one that can ask nobody
 */
export const evidenceTakerContract = (
  createTaker: (canAsk: boolean) => Promise<{
    readonly taker: EvidenceTaker;
    listKept(): Promise<readonly KeptEvidence[]>;
  }>
): void => {
  test('keeps one live query that names the alerts and bears the mark of evidence', async () => {
    const { taker, listKept } = await createTaker(true);
    expect(await taker.take(REQUEST)).toBe(true);
    const [kept, ...others] = await listKept();
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      agentIds: ['agent-1'],
      alertIds: ['alert-1', 'alert-2'],
      queries: [
        { id: 'Processes', sql: "SELECT '🐚' FROM processes" },
        { id: 'query 2', sql: 'SELECT 2' },
      ],
    });
    expect(hasEvidenceMark(kept?.metadata)).toBe(true);
  });

  test('says so and sends nothing where the host can’t be asked', async () => {
    const { taker, listKept } = await createTaker(false);
    expect(await taker.take(REQUEST)).toBe(false);
    expect(await listKept()).toEqual([]);
  });
};
