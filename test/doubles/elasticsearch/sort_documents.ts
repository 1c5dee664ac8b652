import { getValues } from '../../../common/event/get_values';
import type { StoredDocument } from './stored_document';

export interface SortedDocument {
  readonly document: StoredDocument;
  readonly sort: readonly unknown[];
}

/**
 * Documents in the order a search asks for, after the one whose sort values are given. What no field tells apart stays in
 * the order it came in: nobody may count on it.
 */
export const sortDocuments = (
  documents: readonly StoredDocument[],
  sort: readonly Readonly<Record<string, { readonly order: string }>>[],
  after: readonly unknown[] | undefined
): readonly SortedDocument[] => {
  const fields = sort.flatMap((part) => Object.entries(part));
  const compareAll = (a: readonly unknown[], b: readonly unknown[]): number => {
    const different = fields.findIndex((_field, place) => a[place] !== b[place]);
    const order = fields[different]?.[1].order;
    return order === undefined ? 0 : compareValues(a[different], b[different], order);
  };
  return documents
    .map((document) => ({
      document,
      sort: fields.map(([field, { order }]) => toSortValue(document, field, order)),
    }))
    .sort((a, b) => compareAll(a.sort, b.sort))
    .filter((one) => after === undefined || compareAll(one.sort, after) > 0);
};

/** Of several values the smallest, descending the largest; null where there is none. */
const toSortValue = ({ _source }: StoredDocument, field: string, order: string): unknown =>
  getValues(_source, field).sort((a, b) => compareValues(a, b, order))[0] ?? null;

const compareValues = (a: unknown, b: unknown, order: string): number => {
  if (a === null || b === null) return a === null ? 1 : -1;
  const isLess = typeof a === 'number' ? a < Number(b) : String(a) < String(b);
  return isLess === (order === 'asc') ? -1 : 1;
};
