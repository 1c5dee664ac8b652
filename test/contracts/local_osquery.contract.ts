import { afterEach, expect, test } from 'vitest';
import type { LocalOsquery } from '../../engines/osquery/local_osquery';

/** A query that does not end. */
export const ENDLESS_SQL =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
export const THREE_ROWS_SQL = "SELECT '1' AS pid UNION SELECT '2' UNION SELECT '3'";
export const UNKNOWN_TABLE_SQL = 'SELECT * FROM nope';

/**
 * What Osquery of this machine must do, whichever engine answers.
 * @param createOsquery gives one that knows the queries of this file; it is closed after the test
 */
export const localOsqueryContract = (createOsquery: () => LocalOsquery): void => {
  const open: LocalOsquery[] = [];
  const create = (): LocalOsquery => {
    const osquery = createOsquery();
    open.push(osquery);
    return osquery;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((osquery) => osquery.close()));
  });

  test('answers rows as text, with the type of each column', async () => {
    expect(await create().run(THREE_ROWS_SQL)).toMatchObject({
      kind: 'rows',
      columns: [{ name: 'pid' }],
      rows: [{ pid: '1' }, { pid: '2' }, { pid: '3' }],
      truncated: false,
    });
  });

  test('cuts rows off at the cap and says so', async () => {
    const osquery = create();
    expect(await osquery.run(THREE_ROWS_SQL, { maxRows: 2 })).toMatchObject({
      kind: 'rows',
      rows: [{ pid: '1' }, { pid: '2' }],
      truncated: true,
    });
    expect(await osquery.run(THREE_ROWS_SQL, { maxRows: 3 })).toMatchObject({ truncated: false });
  });

  test('fails in the engine’s words, and refuses what is not one SELECT in ours', async () => {
    const osquery = create();
    expect(await osquery.run(UNKNOWN_TABLE_SQL)).toEqual({
      kind: 'failed',
      message: 'no such table: nope',
    });
    for (const sql of ['DROP TABLE users', 'SELECT 1; SELECT 2', '.help', ' ']) {
      expect(await osquery.run(sql), sql).toMatchObject({ kind: 'failed' });
    }
  });

  test('ends a query after its time, and answers the next', async () => {
    const osquery = create();
    expect(await osquery.run(ENDLESS_SQL, { timeoutMs: 200 })).toEqual({
      kind: 'timed_out',
      afterMs: 200,
    });
    expect(await osquery.run(THREE_ROWS_SQL)).toMatchObject({ kind: 'rows' });
  });

  test('ends a query that is cancelled, before it begins and while it runs', async () => {
    const osquery = create();
    const cancelled = { kind: 'cancelled' };
    expect(await osquery.run(THREE_ROWS_SQL, { signal: AbortSignal.abort() })).toEqual(cancelled);
    const cancel = new AbortController();
    const running = osquery.run(ENDLESS_SQL, { signal: cancel.signal, timeoutMs: 600_000 });
    setTimeout(() => cancel.abort(), 20);
    expect(await running).toEqual(cancelled);
  });

  test('ends what runs when it is closed, and runs nothing more', async () => {
    const osquery = create();
    const running = osquery.run(ENDLESS_SQL, { timeoutMs: 600_000 });
    await osquery.close();
    expect(await running).toEqual({ kind: 'cancelled' });
    expect(await osquery.run(THREE_ROWS_SQL)).toEqual({ kind: 'cancelled' });
  });

  test('names the tables that a query may ask, each with its columns', () => {
    const processes = create()
      .tables()
      .find(({ name }) => name === 'processes');
    expect(processes?.columns.map(({ name }) => name)).toContain('pid');
  });
};
