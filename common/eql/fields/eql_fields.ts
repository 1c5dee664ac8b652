import type { FieldTypeName } from '../values/value_type';

/** What is known of one field, from a mapping or from a list of fields. */
export interface EqlField {
  readonly name: string;
  /** As Elasticsearch calls it, e.g. `keyword`, `scaled_float`, `geo_point`. */
  readonly esType: string;
  /** Undefined for types that EQL can not use. */
  readonly type: FieldTypeName | undefined;
  /** Where the values stand in an event: another place than `name` for aliases and sub-fields. */
  readonly path: string;
  /** Stands for an explicit null. */
  readonly nullValue?: unknown;
  /** Longer texts are not indexed, so they count as absent. In UTF-16 units. */
  readonly ignoreAbove?: number;
  /** Date formats as in the mapping, e.g. `dd-MM-yyyy||epoch_millis`. */
  readonly format?: string;
}

/** The fields of the events a query runs on. */
export interface EqlFields {
  readonly byName: ReadonlyMap<string, EqlField>;
  /**
   * Whether there are no others: then an unknown field is an error, and null where it is optional.
   * Otherwise it is read as it stands in the events.
   */
  readonly isComplete: boolean;
}
