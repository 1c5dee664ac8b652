import { getValues } from '../../../common/event/get_values';
import { sortDocuments } from './sort_documents';
import type { StoredDocument } from './stored_document';
import { toDocumentTest } from './to_document_test';

type Aggregations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Bucket = Readonly<Record<string, unknown>> & { readonly doc_count: number };

/** Answers the aggregations that the adapters ask for. @throws Error on another kind */
export const aggregate = (
  documents: readonly StoredDocument[],
  aggregations: Aggregations
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(aggregations).map(([name, one]) => [name, aggregateOne(documents, one)])
  );

const aggregateOne = (
  documents: readonly StoredDocument[],
  { aggs = {}, ...kinds }: Readonly<Record<string, unknown>>
): unknown => {
  const toBucket = (found: readonly StoredDocument[]): Bucket => ({
    doc_count: found.length,
    ...aggregate(found, aggs as Aggregations),
  });
  if ('filter' in kinds) return toBucket(documents.filter(toDocumentTest(kinds['filter'])));
  if ('filters' in kinds) {
    const { filters } = kinds['filters'] as { filters: Record<string, unknown> };
    const named = Object.entries(filters).map(([name, query]) => [
      name,
      toBucket(documents.filter(toDocumentTest(query))),
    ]);
    return { buckets: Object.fromEntries(named) as Record<string, Bucket> };
  }
  if ('cardinality' in kinds) {
    const { field } = kinds['cardinality'] as { field: string };
    return { value: new Set(documents.flatMap(({ _source }) => getValues(_source, field))).size };
  }
  if ('max' in kinds || 'min' in kinds) {
    const { field } = (kinds['max'] ?? kinds['min']) as { field: string };
    const pick = 'max' in kinds ? Math.max : Math.min;
    const times = documents.flatMap(({ _source }) =>
      getValues(_source, field).map((value) => Date.parse(String(value)))
    );
    return { value: times.length === 0 ? null : pick(...times) };
  }
  if ('top_hits' in kinds) {
    const { size, sort } = kinds['top_hits'] as TopHits;
    const hits = sortDocuments(documents, sort, undefined).slice(0, size);
    return { hits: { hits: hits.map(({ document }) => document) } };
  }
  if ('multi_terms' in kinds) {
    const { terms, ...rest } = kinds['multi_terms'] as MultiTermsAggregation;
    const listKeys = (document: StoredDocument): unknown[][] =>
      terms.reduce<unknown[][]>(
        (keys, { field }) =>
          keys.flatMap((key) => getValues(document._source, field).map((value) => [...key, value])),
        [[]]
      );
    return { buckets: toBuckets(documents, listKeys, rest, toBucket) };
  }
  if ('terms' in kinds) {
    const { field, ...rest } = kinds['terms'] as TermsAggregation;
    const listKeys = ({ _source }: StoredDocument): unknown[] => getValues(_source, field);
    return { buckets: toBuckets(documents, listKeys, rest, toBucket) };
  }
  throw new Error(`The double of Elasticsearch does not know ${Object.keys(kinds).join(', ')}.`);
};

interface TopHits {
  readonly size: number;
  readonly sort: Parameters<typeof sortDocuments>[1];
}

interface BucketOrder {
  readonly size: number;
  /** A metric below it by which the buckets are ordered, all descending. */
  readonly order?: Readonly<Record<string, 'desc'>>;
}

interface TermsAggregation extends BucketOrder {
  readonly field: string;
}

interface MultiTermsAggregation extends BucketOrder {
  readonly terms: readonly { readonly field: string }[];
}

const toBuckets = (
  documents: readonly StoredDocument[],
  listKeys: (document: StoredDocument) => readonly unknown[],
  { size, order }: BucketOrder,
  toBucket: (found: readonly StoredDocument[]) => Bucket
): readonly Bucket[] => {
  const byKey = new Map<string, StoredDocument[]>();
  for (const document of documents) {
    for (const key of new Set(listKeys(document).map((one) => JSON.stringify(one))))
      byKey.set(key, [...(byKey.get(key) ?? []), document]);
  }
  const [metric] = Object.keys(order ?? {});
  const toRank = (bucket: Bucket): number =>
    metric === undefined
      ? bucket.doc_count
      : Number((bucket[metric] as { readonly value: number }).value);
  return [...byKey]
    .map(([key, found]) => ({ key: JSON.parse(key) as unknown, ...toBucket(found) }))
    .sort((a, b) => toRank(b) - toRank(a) || (String(a.key) < String(b.key) ? -1 : 1))
    .slice(0, size);
};
