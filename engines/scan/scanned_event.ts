import type { EventSource } from '../../common/event/source_event';

/** An event as a scan finds it. */
export interface ScannedEvent {
  /** The fields asked for, and perhaps others. */
  readonly source: EventSource;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line as it stands in the file, when asked for. */
  readonly text: string | undefined;
}
