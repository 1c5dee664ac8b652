import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One change that somebody made, or tried to make; the field names are ECS. */
export interface AuditEntry {
  readonly '@timestamp': string;
  readonly event: { readonly action: string; readonly outcome: 'success' | 'failure' };
  /** The operating system's user at the other end of the connection, where it is known. */
  readonly user: { readonly id: string | undefined };
  /** The page's session, or `token` for a program that read the access file. */
  readonly session: string;
  readonly url: { readonly path: string };
  readonly http: {
    readonly request: { readonly method: string; readonly body: string };
    readonly response: { readonly status_code: number };
  };
}

export interface AuditTrail {
  add(entry: AuditEntry): void;
}

/** Kept twice at most: in this file and in the one before it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Appends to `audit_trail.ndjson` below a directory, for its owner alone. */
export const openAuditTrail = (directory: string, mostBytes = MOST_BYTES): AuditTrail => {
  const path = join(directory, 'audit_trail.ndjson');
  return {
    add(entry) {
      const line = `${JSON.stringify(entry)}\n`;
      if (sizeOf(path) + line.length > mostBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, line, { mode: 0o600 });
    },
  };
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
