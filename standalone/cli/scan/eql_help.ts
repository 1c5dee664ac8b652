export const EQL_HELP = `Searches files of events (NDJSON) with EQL.

  npm run --silent eql -- --query 'process where process.name : "sh*"' --events FILE.ndjson

  --query TEXT             the query
  --queries FILE           many queries, one JSON object per line: {"name", "query"} and, if need be, "size" and
                           "max_samples_per_key". Prints {"name", "ids"} or {"name", "error"} for each; the ids of a
                           sequence or a sample are a list of their own, with -1 in the place of a missing event
  --events FILE            NDJSON, also .gz, or a directory of such files; - for standard input. May be repeated
  --mapping FILE           the Elasticsearch mapping of the events (JSON). May be repeated for several indices
  --timestamp-field FIELD  @timestamp is the default; of events without it, a query's @timestamp is this field then
  --tiebreaker FIELD       orders events of the same time, e.g. event.sequence
  --category-field FIELD   event.category is the default
  --id-field FIELD         event.id is the default; events without it are called FILE:LINE
  --size N                 at most N matches, the last ones unless the query says head; all are the default
  --format ndjson|ids      ndjson is the default: events as they stand in the file, sequences with their events
  --in-order               events are in order of time: then a sequence needs memory only for what is unfinished
  --threads N              threads that read; by default one for each 512 MiB
  --help

A line that is no JSON object is reported on standard error with its number, and the search goes on.

Exit: 0 searched, also if nothing was found, lines were wrong or single ones of --queries failed
      1 the query has a mistake · 2 wrong usage · 3 a file can not be read
`;
