import { createAuditReader, parseProcessList, readAuditFile } from '../../engines/audit_log';
import type { SourceEvent } from '../../common/event/source_event';
import type { CorpusLab } from '../corpus/read_corpus';

/** As Elastic Defend sends them, parents being the true ones, or as this product makes them of the audit log. */
export type EventForm = 'ecs' | 'audit';

export const readLabEvents = async (lab: CorpusLab, form: EventForm): Promise<SourceEvent[]> => {
  if (form === 'ecs') {
    return lab.readEcsEvents().map((source) => ({
      index: lab.name,
      id: String(source.event.sequence),
      source,
    }));
  }
  const reader = createAuditReader({
    index: lab.name,
    hostId: lab.name,
    hostName: lab.name,
    agentId: lab.name,
    processes: parseProcessList(lab.readProcessesJson()),
  });
  const events: SourceEvent[] = [];
  for await (const event of readAuditFile(lab.auditLogPath, reader)) events.push(event);
  return events;
};
