import { readFile } from 'node:fs/promises';
import type { SourceEvent } from '../../common/event/source_event';
import { createAuditReader, parseProcessList, type RunningProcess } from '../../engines/audit_log';

/** The recorded hosts, each with a folder under `data/`: parts of audit logs of real servers under real attacks. */
export const RECORDED_HOSTS = ['web-01-nginx', 'web-02-apache'] as const;

export type RecordedHost = (typeof RECORDED_HOSTS)[number];

export interface RecordingOptions {
  /** Index the events are said to be in. */
  readonly index: string;
  /** Agent the events are said to be from. */
  readonly agentId: string;
  /** Moment of the last event, milliseconds since 1970; the others keep their distance from it. */
  readonly endsAt: number;
}

/**
 * The recording the product ships, in order of time and moved to `endsAt`. Events of two moments have different ids,
 * because each playing happens anew; the same moment gives the same events. They carry `labels.recording`.
 */
export const readRecording = async (options: RecordingOptions): Promise<SourceEvent[]> => {
  const recordings = await Promise.all(RECORDED_HOSTS.map(loadRecording));
  const asRecorded = recordings.flatMap((recording) => readEvents(recording, options, 0));
  const timeShift = options.endsAt - Math.max(...asRecorded.map(toTime));
  return recordings
    .flatMap((recording) => readEvents(recording, options, timeShift))
    .sort((one, other) => toTime(one) - toTime(other));
};

interface Recording {
  readonly host: RecordedHost;
  readonly log: Buffer;
  readonly processes: readonly RunningProcess[];
}

const loadRecording = async (host: RecordedHost): Promise<Recording> => {
  const folder = new URL(`data/${host}/`, import.meta.url);
  return {
    host,
    log: await readFile(new URL('audit.log', folder)),
    processes: parseProcessList(await readFile(new URL('processes.json', folder), 'utf8')),
  };
};

const readEvents = (
  { host, log, processes }: Recording,
  { index, agentId }: RecordingOptions,
  timeShift: number
): SourceEvent[] => {
  const reader = createAuditReader({
    index,
    agentId,
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
