/** What does the list of alerts wait for while somebody with a session asks Osquery as much as the host takes, and more? */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlertPage } from '../../common/api/find_alerts';
import { startHost, type StartedHost } from '../start_host';
import { collectGarbage } from './collect_garbage';

const QUESTIONS = 100;
/** Each holds as many queries as a request may; together more than may wait. */
const REQUESTS = 12;
const QUERIES_OF_REQUEST = 50;
/** Some seconds of work, and many rows. */
const QUERY = 'SELECT a.pid, b.path FROM processes a, processes b, processes c';

export const benchFlood = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'web-server-rce-bench-'));
  const host = await startHost(directory);
  try {
    await waitForAlerts(host);
    const calm = await measure('nothing else', host);
    const statuses = await flood(host);
    const flooded = await measure('live queries that fill the queue', host);
    console.log(
      `${REQUESTS} requests of ${QUERIES_OF_REQUEST} queries each: ${statuses.join(', ')}`
    );
    return [calm, flooded];
  } finally {
    await host.stop();
    await rm(directory, { recursive: true });
  }
};

const find = (host: StartedHost): Promise<AlertPage> =>
  host.call<AlertPage>('/internal/web_server_rce/alerts/_find', {});

const waitForAlerts = async (host: StartedHost): Promise<void> => {
  while ((await find(host)).total === 0) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** @returns what each request was answered */
const flood = async (host: StartedHost): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    const queries = Array.from({ length: QUERIES_OF_REQUEST }, (_, at) => ({
      id: `flood-${request}-${at}`,
      query: `${QUERY} WHERE a.pid > ${request * QUERIES_OF_REQUEST + at}`,
    }));
    const { status } = await fetch(`${host.url}/api/osquery/live_queries`, {
      method: 'POST',
      headers: host.headers,
      body: JSON.stringify({ agent_ids: [host.agentId], queries }),
    });
    statuses.push(status);
  }
  return statuses;
};

const measure = async (beside: string, host: StartedHost) => {
  const times: number[] = [];
  for (let question = 0; question < QUESTIONS; question += 1) {
    const begin = performance.now();
    await find(host);
    times.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.floor(part * (QUESTIONS - 1))] ?? NaN).toFixed(1);
  collectGarbage();
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return {
    beside,
    'list, median ms': at(0.5),
    '95th percentile ms': at(0.95),
    'longest ms': at(1),
    'memory MiB': Math.round(Number(resident) / 1024),
  };
};
