/**
 * The engine's door for use as a library: what docs/eql.md describes. It needs `common/event` and `common/i18n` beside
 * it and nothing else. Within this product files are imported by name, so that a bundle holds what it uses.
 */
export { parseEql } from './parse_eql';
export { checkEql } from './check_eql';
export { searchEvents } from './search_events';
export { searchSequences } from './search_sequences';
export { searchSamples } from './search_samples';
export { explainMatch } from './explain_match';
export { formatEql } from './format_eql';

export { createEventSearch } from './search/create_event_search';
export { createSequenceSearch } from './search/create_sequence_search';
export { createSampleSearch } from './search/create_sample_search';

export { fromMapping } from './fields/from_mapping';
export { mergeFields } from './fields/merge_fields';

export { EqlError } from './errors/eql_error';
export { toEqlErrorSentence } from './to_eql_error_sentence';
export { toEqlErrorReport } from './to_eql_error_report';
export { english } from '../i18n/english';

export type { EqlQuery, Expression, Statement, TextRange } from './ast';
export type { EqlFields } from './fields/eql_fields';
export type { MatchExplanation } from './explain_match';
export type { Clause } from './explain/clause';
export type { Search, SearchItem, SearchOptions } from './search/search_options';
export type { SampleOptions, FoundSample } from './search/create_sample_search';
export type { FoundSequence } from './search/create_sequence_search';
export type { Translate } from '../i18n/translate';
