import type { EventSource } from '../../event/source_event';
import type { LeafTest, ValueType } from '../values/value_type';

/** Reads one field from events, knowing its type. Made once per field and query. */
export interface FieldReader {
  readonly name: string;
  readonly type: ValueType;
  /** Whether a value passes; the test sees explicit nulls too and must not accept them. */
  some(source: EventSource, test: LeafTest): boolean;
}
