import type { EventSource } from '../../../common/event/source_event';

/** An event as it lay in what Elasticsearch or Kibana handed out. */
export interface Hit {
  readonly source: EventSource;
  readonly id: string | undefined;
  readonly index: string | undefined;
}

/**
 * The events in a document: itself, or those one level down in the forms that exports have: `_source` or `fields` of a hit, all
 * hits of a search response, `value.source` of es_archiver.
 */
export const toHits = (value: unknown): Hit[] => {
  if (Array.isArray(value)) return value.flatMap(toHits);
  if (!isObject(value)) return [];
  const inner = findInner(value);
  if (inner !== undefined) return toHits(inner);
  return [findHit(value) ?? { source: value, id: undefined, index: undefined }];
};

/** Whether the object is an event itself. */
export const isBareEvent = (value: unknown): boolean =>
  isObject(value) && findInner(value) === undefined && findHit(value) === undefined;

const findHit = (value: EventSource): Hit | undefined => {
  const { _source, _id, _index, fields } = value;
  const place = { id: toName(_id), index: toName(_index) };
  if (isObject(_source)) return { source: _source, ...place };
  const isFieldsHit = isObject(fields) && (place.id !== undefined || place.index !== undefined);
  if (isFieldsHit && !('@timestamp' in value)) return { source: toSingleValues(fields), ...place };
  const archived = value['value'];
  if (!isObject(archived) || !isObject(archived['source'])) return undefined;
  return {
    source: archived['source'],
    id: toName(archived['id']),
    index: toName(archived['index']),
  };
};

/** What holds the hits in responses of `_search`, `_eql/search`, `_msearch`, `_mget`, async search and Kibana's own search. */
const findInner = (value: EventSource): unknown[] | undefined => {
  const { hits, responses, response, rawResponse, docs } = value;
  if (isObject(hits)) {
    const lists = [hits['hits'], hits['events'], hits['sequences']].filter(Array.isArray);
    if (lists.length > 0) return lists.flat();
  }
  // The sequences of an EQL response.
  if (Array.isArray(value['events']) && value['events'].every(isHit)) return value['events'];
  if (Array.isArray(responses)) return responses;
  if (Array.isArray(docs) && docs.every(isHit)) return docs;
  if (!('@timestamp' in value)) {
    const lists = Object.values(value).filter(isListOfEvents);
    if (lists.length > 0) return lists.flat();
  }
  const wrapped = [response, rawResponse].find(
    (inner) => isObject(inner) && isObject(inner['hits'])
  );
  return wrapped === undefined ? undefined : [wrapped];
};

/** As scripts and other APIs hand them out, whatever they call it. */
const isListOfEvents = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isObject(one) && '@timestamp' in one);

const isHit = (value: unknown): boolean => isObject(value) && findHit(value) !== undefined;

/** `fields` has a list for every field; one value alone is meant as itself. */
const toSingleValues = (fields: EventSource): EventSource =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) && value.length === 1 ? value[0] : value,
    ])
  );

const toName = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isObject = (value: unknown): value is EventSource =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
