import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toAuditLog } from '../engines/audit_log/read_audit_lines.fixture';
import { writeAuditRecords } from '../engines/audit_log/write_audit_records.fixture';
import type { AlertPage } from '../common/api/find_alerts';
import { startHost, type StartedHost } from './start_host';

/** One taking of evidence on a host that follows an audit log, seen from outside. */
export interface MeasuredEvidence {
  readonly alertId: string;
  /** Milliseconds from the exec until the last row was stored, by the host's own clock. */
  readonly takenMs: number;
  readonly queries: readonly { readonly sql: string; readonly rows: number }[];
}

interface KeptLiveQuery {
  readonly _source: {
    readonly action_id: string;
    readonly metadata?: unknown;
    readonly queries: readonly { readonly action_id: string; readonly query: string }[];
  };
}

interface Responses {
  readonly edges: readonly { readonly fields: Record<string, readonly unknown[]> }[];
}

const LIVE_QUERIES = '/api/osquery/live_queries';

/** A host that follows a log in a directory, and what writes execs of a web server there. */
export const startFollowingHost = async (directory: string) => {
  const log = join(directory, 'audit.log');
  const nginx = { serial: 1, args: ['nginx'], exe: '/usr/sbin/nginx', uid: 0, pid: 400, ppid: 1 };
  const started = (Date.now() / 1000 - 60).toFixed(3);
  await writeFile(log, toAuditLog(writeAuditRecords({ ...nginx, time: started })));
  const input = { kind: 'audit_log', path: log } as const;
  const host = await startHost(directory, { input });
  let serial = 1;
  /** A shell that nginx starts now. @returns the moment, epoch milliseconds */
  const attack = async (): Promise<number> => {
    const execMs = Date.now();
    serial += 1;
    const exec = { serial, args: ['sh', '-c', 'whoami'], time: (execMs / 1000).toFixed(3) };
    await appendFile(log, toAuditLog(writeAuditRecords({ ...exec, pid: 500 + serial })));
    return execMs;
  };
  return { host, attack };
};

/** Waits until the evidence of the newest alert is there. */
export const measureEvidence = async (
  host: StartedHost,
  execMs: number
): Promise<MeasuredEvidence> => {
  const poll = async <T>(read: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = await read();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('No evidence was taken.');
  };
  const alertId = await poll(async () => {
    const page = await host.call<AlertPage>('/internal/web_server_rce/alerts/_find', {});
    return page.alerts[0]?.id;
  });
  const kuery = encodeURIComponent(`alert_ids:"${alertId}"`);
  const answers = await poll(async () => {
    const { data } = await host.call<{ data: { items: KeptLiveQuery[] } }>(
      `${LIVE_QUERIES}?kuery=${kuery}`
    );
    const queries = data.items[0]?._source.queries ?? [];
    const read = await Promise.all(
      queries.map(async ({ action_id, query }) => {
        const path = `/api/osquery/action_results/${action_id}`;
        return { sql: query, fields: (await host.call<Responses>(path)).edges[0]?.fields };
      })
    );
    return read.length > 0 && read.every(({ fields }) => fields) ? read : undefined;
  });
  const completed = answers.map(({ fields }) => Date.parse(String(fields?.['completed_at']?.[0])));
  return {
    alertId,
    takenMs: Math.max(...completed) - execMs,
    queries: answers.map(({ sql, fields }) => ({
      sql,
      rows: Number(fields?.['action_response.osquery.count']?.[0]),
    })),
  };
};
