import type { EventSource } from '../event/source_event';
import type { EqlQuery } from './ast';
import { compileFilter } from './compile/compile_filter';
import { createScope } from './compile/query_scope';
import { getStatement } from './search/get_statement';
import type { SearchOptions } from './search/search_options';

/**
 * Prepares asking event by event whether it matches an event query, pipes aside.
 * @throws EqlError when the query is a sequence or a sample, or `checkEql` finds a mistake in it
 */
export const createEventTest = (
  query: EqlQuery,
  options: SearchOptions = {}
): ((source: EventSource) => boolean) =>
  compileFilter(getStatement(query, 'filter', options), createScope(options));
