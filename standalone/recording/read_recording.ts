import { readFile } from 'node:fs/promises';
import type { SourceEvent } from '../../common/event/source_event';
import { createAuditReader, parseProcessList, type RunningProcess } from '../../engines/audit_log';
import {
  RECORDED_HOSTS,
  toRecordedAgentId,
  toRecordedFile,
  toRecordingShift,
  type RecordedHost,
} from './recorded_host';

export interface RecordingOptions {
  /** Index the events are said to be in. */
  readonly index: string;
  /** Moment of the last event, milliseconds since 1970; the others keep their distance from it. */
  readonly endsAt: number;
}

/**
 * The recording the product ships, in order of time and moved to `endsAt`. Events of two moments have different ids,
 * because each playing happens anew; the same moment gives the same events. They carry `labels.recording`.
 */
export const readRecording = async ({
  index,
  endsAt,
}: RecordingOptions): Promise<SourceEvent[]> => {
  const recordings = await Promise.all(RECORDED_HOSTS.map(loadRecording));
  const timeShift = toRecordingShift(endsAt);
  return recordings
    .flatMap((recording) => readEvents(recording, index, timeShift))
    .sort((one, other) => toTime(one) - toTime(other));
};

interface Recording {
  readonly host: RecordedHost;
  readonly log: Buffer;
  readonly processes: readonly RunningProcess[];
}

const loadRecording = async (host: RecordedHost): Promise<Recording> => ({
  host,
  log: await readFile(toRecordedFile(host, 'audit.log')),
  processes: parseProcessList(await readFile(toRecordedFile(host, 'processes.json'), 'utf8')),
});

const readEvents = (
  { host, log, processes }: Recording,
  index: string,
  timeShift: number
): SourceEvent[] => {
  const reader = createAuditReader({
    index,
    agentId: toRecordedAgentId(host),
    hostId: `recording-${host}`,
    hostName: host,
    processes: processes.map((process) => ({
      ...process,
      startedAt: process.startedAt + timeShift,
    })),
    timeShift,
    labels: { recording: 'true' },
  });
  return [...reader.push(log), ...reader.flush()];
};

const toTime = ({ source }: SourceEvent): number => Date.parse(String(source['@timestamp']));
