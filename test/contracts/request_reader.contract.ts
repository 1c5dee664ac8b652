import { expect, test } from 'vitest';
import type { RequestReader, RequestSearch } from '../../server/ports/request_reader';

/** A request of the contract's host, so many seconds after noon. */
export interface LoggedRequest {
  readonly second: number;
  readonly target: string;
}

const NOON = Date.UTC(2026, 10, 24, 12);
const toTime = (second: number): string => new Date(NOON + second * 1000).toISOString();
export const CONTRACT_HOST = 'web-01';
export { toTime as toRequestTime };

/**
 * What every request reader must do.
 * @param createReader gives a reader of logs that hold these requests, each GET by 203.0.113.9 and answered with 200
 */
export const requestReaderContract = (
  createReader: (requests: readonly LoggedRequest[]) => Promise<RequestReader>,
  createUnreadable: () => Promise<RequestReader>
): void => {
  const search: RequestSearch = {
    hostName: CONTRACT_HOST,
    from: toTime(0),
    to: toTime(60),
    size: 100,
    signal: new AbortController().signal,
  };

  test('gives the requests of the period in order of time, both ends included', async () => {
    const reader = await createReader(
      [-1, 0, 30, 60, 61].map((second) => ({ second, target: `/${second}` }))
    );
    const found = await reader.find(search);
    expect(found.requests.map(({ target }) => target)).toEqual(['/0', '/30', '/60']);
    expect(found).toMatchObject({ isCut: false, unread: [] });
    expect(found.requests[0]).toMatchObject({
      time: NOON,
      address: '203.0.113.9',
      method: 'GET',
      status: 200,
    });
  });

  test('says that it gave no more than was asked for', async () => {
    const reader = await createReader([1, 2, 3].map((second) => ({ second, target: '/' })));
    const found = await reader.find({ ...search, size: 2 });
    expect(found.requests).toHaveLength(2);
    expect(found.isCut).toBe(true);
    expect((await reader.find({ ...search, size: 3 })).isCut).toBe(false);
  });

  test('gives none of another host', async () => {
    const reader = await createReader([{ second: 1, target: '/' }]);
    expect((await reader.find({ ...search, hostName: 'web-02' })).requests).toEqual([]);
  });

  test('names the logs it looked in, and what kept it from reading one', async () => {
    const reader = await createUnreadable();
    const found = await reader.find(search);
    expect(found.requests).toEqual([]);
    expect(found.logs).not.toEqual([]);
    expect(found.unread[0]?.reason).toMatch(/\w/);
  });
};
