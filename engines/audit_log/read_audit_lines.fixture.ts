import { createAuditReader } from './create_audit_reader';
import type { AuditReader } from './create_audit_reader';
import type { AuditReaderOptions } from './create_audit_reader';

/** The part of an event that tests look at. */
export interface ReadProcessEvent {
  readonly '@timestamp': string;
  readonly event: { readonly id: string; readonly sequence: number };
  readonly host: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name?: string };
  readonly process: {
    readonly pid: number;
    readonly entity_id: string;
    readonly executable: string;
    readonly args: readonly string[];
    readonly parent: ReadParent;
    readonly Ext?: { readonly ancestry: readonly string[] };
  };
  readonly labels?: Readonly<Record<string, string>>;
}

interface ReadParent {
  readonly pid: number;
  readonly entity_id?: string;
  readonly executable?: string;
  readonly args?: readonly string[];
  readonly working_directory?: string;
  readonly user?: { readonly id: string };
}

/** Reads a whole log given as lines, for tests; events as they look after storing. */
export const readAuditLines = (
  lines: readonly string[],
  options: Partial<AuditReaderOptions> = {}
): { events: ReadProcessEvent[]; stats: AuditReader['stats'] } => {
  const reader = createAuditReader({
    index: 'logs-endpoint.events.process-default',
    hostId: 'host-1',
    hostName: 'web-01',
    agentId: 'agent-1',
    ...options,
  });
  const read = [...reader.push(toAuditLog(lines)), ...reader.flush()];
  const events = read.map(({ source }): ReadProcessEvent => JSON.parse(JSON.stringify(source)));
  return { events, stats: reader.stats };
};

export const toAuditLog = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''));
