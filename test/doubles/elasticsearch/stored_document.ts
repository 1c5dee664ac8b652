import type { EventSource } from '../../../common/event/source_event';

export interface StoredDocument {
  readonly _index: string;
  readonly _id: string;
  readonly _source: EventSource;
}
