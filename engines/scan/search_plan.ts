import type { EqlQuery } from '../../common/eql/ast';
import { compileFilter } from '../../common/eql/compile/compile_filter';
import { createScope } from '../../common/eql/compile/query_scope';
import { toEventFilters } from '../../common/eql/event_filters';
import { toRequiredLiterals } from '../../common/eql/required_literals';
import type { SearchOptions } from '../../common/eql/search/search_options';
import { toUsedFields } from '../../common/eql/used_fields';
import type { EventSource } from '../../common/event/source_event';
import type { ScanPlan } from './scan_plan';

export interface ScanWishes {
  /** Fields to read beside those that the query uses. */
  readonly moreFields: readonly string[];
  readonly keepsText: boolean;
}

/** What a scan must read so that a query finds what it would find in whole events. */
export const toScanPlan = (
  query: EqlQuery,
  options: SearchOptions,
  { moreFields, keepsText }: ScanWishes
): ScanPlan => ({
  requirements: toRequiredLiterals(query, options),
  fields: [...toUsedFields(query, options), ...moreFields],
  keepsText,
});

/** Whether an event can play a part in the results of a query. */
export const toUseTest = (
  query: EqlQuery,
  options: SearchOptions
): ((source: EventSource) => boolean) => {
  const scope = createScope(options);
  const tests = toEventFilters(query).map((filter) => compileFilter(filter, scope));
  return (source) => tests.some((test) => test(source));
};
