import type { EqlQuery } from '../../common/eql/ast';
import { createEventSearch } from '../../common/eql/search/create_event_search';
import { createSampleSearch } from '../../common/eql/search/create_sample_search';
import type { SampleOptions } from '../../common/eql/search/create_sample_search';
import { createSequenceSearch } from '../../common/eql/search/create_sequence_search';
import type { Search } from '../../common/eql/search/search_options';
import type { Scalar } from '../../common/eql/values/scalar';
import { STANDARD_INPUT } from './source/open_events';
import type { ScannedEvent } from './scanned_event';
import { scanFiles } from './scan_files';
import { scanInThreads } from './scan_in_threads';
import type { ScanReport } from './scan_report';
import { toScanPlan } from './search_plan';
import type { ScanWishes } from './search_plan';

export interface FileSearch {
  readonly query: EqlQuery;
  readonly files: readonly string[];
  readonly options: SampleOptions;
  readonly wishes: ScanWishes;
  /** 1 to read in the calling thread. */
  readonly threads: number;
  /** Called now and then with what was read so far. */
  readonly onProgress?: (reports: readonly ScanReport[]) => void;
}

/** One match: an event, or the events of a sequence or a sample. */
export interface FileMatch {
  /** Null in the place of a missing event. */
  readonly events: readonly (ScannedEvent | null)[];
  /** What the events share; none for a single event. */
  readonly keys: readonly Scalar[];
}

export interface FileSearchResult {
  readonly matches: readonly FileMatch[];
  readonly reports: readonly ScanReport[];
}

/**
 * Runs a query over files of events.
 * @throws EqlError when the query has a mistake; Error of `node:fs` or `node:zlib` when a file can't be read
 */
export const searchFiles = async ({
  query,
  files,
  options,
  wishes,
  threads,
  onProgress,
}: FileSearch): Promise<FileSearchResult> => {
  const search = createSearch(query, options);
  const plan = toScanPlan(query, options, wishes);
  const reports: ScanReport[] = [];
  const batches =
    threads > 1 && !files.includes(STANDARD_INPUT)
      ? scanInThreads(files, { queryText: query.text, options, plan }, threads, reports)
      : scanFiles(files, plan, reports);
  for await (const batch of batches) {
    onProgress?.(reports);
    if (!batch.every((event) => search.add(event))) break;
  }
  return { matches: search.finish(), reports };
};

/** The three kinds of search with results of one form. */
const createSearch = (query: EqlQuery, options: SampleOptions): Search<ScannedEvent, FileMatch> => {
  switch (query.statement.kind) {
    case 'sequence': {
      const search = createSequenceSearch<ScannedEvent>(query, options);
      return toMatchSearch(search, ({ items, keys }) => ({ events: items, keys }));
    }
    case 'sample': {
      const search = createSampleSearch<ScannedEvent>(query, options);
      return toMatchSearch(search, ({ items, keys }) => ({ events: items, keys }));
    }
    default: {
      const search = createEventSearch<ScannedEvent>(query, options);
      return toMatchSearch(search, (event) => ({ events: [event], keys: [] }));
    }
  }
};

const toMatchSearch = <Result>(
  search: Search<ScannedEvent, Result>,
  toMatch: (result: Result) => FileMatch
): Search<ScannedEvent, FileMatch> => ({
  add: (event) => search.add(event),
  finish: () => search.finish().map(toMatch),
});
