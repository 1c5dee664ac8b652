/** The recorded servers, each with a folder under `data/`: two real ones that the same intruder went through. */
export const RECORDED_HOSTS = ['web-01-nginx', 'web-02-apache'] as const;

export type RecordedHost = (typeof RECORDED_HOSTS)[number];

/** `agent.id` of its events: Osquery of that agent answers what the server held when it was recorded. */
export const toRecordedAgentId = (host: RecordedHost): string => `recording-${host}`;

export const toRecordedFile = (host: RecordedHost, name: string): URL =>
  new URL(`data/${host}/${name}`, import.meta.url);

/** When the last event of the recording happened, milliseconds since 1970: known without reading the logs at every start. */
const RECORDING_END = Date.parse('2026-11-29T08:32:00.710Z');

/** How far the times of the recording are moved when it is played so that it ends at `endsAt`, milliseconds. */
export const toRecordingShift = (endsAt: number): number => endsAt - RECORDING_END;
