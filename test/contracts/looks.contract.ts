import type { HttpSetup } from '@kbn/core/public';
import { expect, test } from 'vitest';
import { RECENT_MS } from '../../common/osquery/looks/new_listeners';
import { createLiveQueryClient } from '../../public/osquery/live_query_client';
import { readLooks } from '../../public/osquery/looks/read_looks';

/** A live query that was sent and answered. */
export interface AskedQuery {
  readonly sql: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly agentId: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const SQL = `SELECT l.protocol, l.address, l.port
FROM listening_ports l WHERE l.address <> '\\"' AND l.port > 0`;
const ALERT = Date.parse('2026-11-24T12:00:00.000Z');
const HOUR = 3_600_000;

const toAsked = (at: number, port: string, given: Partial<AskedQuery> = {}): AskedQuery => ({
  ...{ sql: SQL, at, agentId: 'agent-1' },
  rows: [{ protocol: '6', address: '0.0.0.0', port }],
  ...given,
});

/**
 * What every host must answer about what its agents were asked before an alert, through Osquery's API.
 * @param createHost a host that was asked these, in order of time; `agent-1` is the first of its agents
 */
export const looksContract = (
  createHost: (asked: readonly AskedQuery[]) => Promise<HttpSetup>
): void => {
  const read = async (
    asked: readonly AskedQuery[],
    signal?: AbortSignal
  ): Promise<readonly { readonly at: number; readonly ports: readonly string[] }[]> => {
    const client = createLiveQueryClient(await createHost(asked));
    const looks = await readLooks(client, { sql: SQL, agentId: 'agent-1' }, ALERT, signal);
    return looks.map(({ at, table: { columns, rows } }) => {
      const port = columns.findIndex(({ name }) => name === 'port');
      return { at, ports: rows.map((cells) => cells[port] ?? '') };
    });
  };

  test('answers with the same query on the same agent before the alert, in order of time', async () => {
    expect(
      await read([
        toAsked(ALERT - 40 * HOUR, '22'),
        toAsked(ALERT - 30 * HOUR, '1', { sql: `${SQL} AND l.pid = 1` }),
        toAsked(ALERT - 20 * HOUR, '2', { agentId: 'agent-2' }),
        toAsked(ALERT - HOUR, '80'),
        toAsked(ALERT - 1, '443'),
        toAsked(ALERT, '4444'),
        toAsked(ALERT + HOUR, '4444'),
      ])
    ).toEqual([
      { at: ALERT - 40 * HOUR, ports: ['22'] },
      { at: ALERT - HOUR, ports: ['80'] },
      { at: ALERT - 1, ports: ['443'] },
    ]);
  });

  test('finds it behind more other queries than a list holds', async () => {
    const others = Array.from({ length: 120 }, (_, minute) =>
      toAsked(ALERT - (120 - minute) * 60_000, '1', { sql: `SELECT ${minute}` })
    );
    expect(await read([toAsked(ALERT - 3 * HOUR, '80'), ...others])).toEqual([
      { at: ALERT - 3 * HOUR, ports: ['80'] },
    ]);
  });

  test('has no look where the host was not asked, or answered with nothing', async () => {
    expect(await read([])).toEqual([]);
    expect(await read([toAsked(ALERT - HOUR, '', { rows: [] })])).toEqual([]);
  });

  test('reads some that reach as far back as there are any, however many came in the last day', async () => {
    const flood = Array.from({ length: 90 }, (_, minute) =>
      toAsked(ALERT - (90 - minute) * 60_000, '4444')
    );
    const before = Array.from({ length: 20 }, (_, day) =>
      toAsked(ALERT - (21 - day) * RECENT_MS, '80')
    );
    const looks = await read([...before, ...flood]);
    expect(looks.map(({ at }) => at)).toEqual(
      expect.arrayContaining([ALERT - 21 * RECENT_MS, ALERT - 2 * RECENT_MS, ALERT - 60_000])
    );
    expect(looks).toHaveLength(12);
  });

  test('ends with whoever asked', async () => {
    await expect(read([toAsked(ALERT - HOUR, '80')], AbortSignal.abort())).rejects.toThrow(
      /abort/i
    );
  });
};
