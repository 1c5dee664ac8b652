import { hash } from 'node:crypto';
import { findText } from '../../../common/event/get_values';
import type { EventSource, SourceEvent } from '../../../common/event/source_event';
import { findEventTime } from '../../../common/time/event_time';

export type LineProblem = 'too_long' | 'not_json' | 'not_an_object' | 'too_deep' | 'no_timestamp';

/** Where an event goes that names no data stream: that of Elastic Defend's process events. */
const DEFAULT_INDEX = 'logs-endpoint.events.process-default';
const ENDGAME_INDEX = 'endgame-local';
/** Five times what Elasticsearch maps. Without a limit one line could take more stack than storing or reading it has. */
const MOST_LEVELS = 100;

/** One line of an export: an event, or a search hit that holds one in `_source`. */
export const parseExportLine = (text: string): SourceEvent | LineProblem => {
  const parsed = parseJson(text);
  if (parsed === undefined) return 'not_json';
  if (!isObject(parsed)) return 'not_an_object';
  if (isDeeper(parsed, MOST_LEVELS)) return 'too_deep';
  const { _id: id, _index: index } = parsed;
  const source = toSource(parsed);
  if (findEventTime(source, '@timestamp') === undefined) return 'no_timestamp';
  return {
    // A second reading of the same line gives the same event.
    id:
      typeof id === 'string' && id !== ''
        ? id
        : hash('sha256', text.trim(), 'base64url').slice(0, 27),
    index: typeof index === 'string' && index !== '' ? index : toIndex(source),
    source,
  };
};

/** The names of index and document stand beside the event, or in front of its fields where a file was no NDJSON. */
const toSource = (parsed: Record<string, unknown>): EventSource => {
  const hit = parsed['_source'];
  if (isObject(hit)) return hit;
  if (!('_id' in parsed) && !('_index' in parsed)) return parsed;
  const { _id, _index, ...source } = parsed;
  return source;
};

const toIndex = (source: EventSource): string => {
  const [type, dataset, namespace] = ['type', 'dataset', 'namespace'].map((part) =>
    findText(source, `data_stream.${part}`)
  );
  if (dataset !== undefined) return `${type ?? 'logs'}-${dataset}-${namespace ?? 'default'}`;
  const isEndgame = findText(source, 'event.module') === 'endgame' || 'endgame' in source;
  return isEndgame ? ENDGAME_INDEX : DEFAULT_INDEX;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
