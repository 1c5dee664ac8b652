import { getValues } from '../../../common/event/get_values';
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
  if ('terms' in kinds) {
    return { buckets: toTerms(documents, kinds['terms'] as TermsAggregation, toBucket) };
  }
  throw new Error(`The double of Elasticsearch does not know ${Object.keys(kinds).join(', ')}.`);
};

interface TermsAggregation {
  readonly field: string;
  readonly size: number;
  /** A metric below it by which the buckets are ordered, all descending. */
  readonly order?: Readonly<Record<string, 'desc'>>;
}

const toTerms = (
  documents: readonly StoredDocument[],
  { field, size, order }: TermsAggregation,
  toBucket: (found: readonly StoredDocument[]) => Bucket
): readonly Bucket[] => {
  const byKey = new Map<unknown, StoredDocument[]>();
  for (const document of documents) {
    for (const key of new Set(getValues(document._source, field)))
      byKey.set(key, [...(byKey.get(key) ?? []), document]);
  }
  const [metric] = Object.keys(order ?? {});
  const toRank = (bucket: Bucket): number =>
    metric === undefined
      ? bucket.doc_count
      : Number((bucket[metric] as { readonly value: number }).value);
  return [...byKey]
    .map(([key, found]) => ({ key, ...toBucket(found) }))
    .sort((a, b) => toRank(b) - toRank(a) || (String(a.key) < String(b.key) ? -1 : 1))
    .slice(0, size);
};
