import { getValues } from '../../../common/event/get_values';
import type { StoredDocument } from './stored_document';

type DocumentTest = (document: StoredDocument) => boolean;
type Part = Readonly<Record<string, unknown>>;

/**
 * Reads the query DSL that the adapters write as Elasticsearch does.
 * @throws Error on a clause that is not one of these, so that an adapter can't ask for what nobody answers
 */
export const toDocumentTest = (query: unknown): DocumentTest => {
  const [name, content] = toOnlyEntry(query);
  const toTest = CLAUSES[name];
  if (!toTest) throw new Error(`The double of Elasticsearch does not know the clause ${name}.`);
  return toTest(content as Part);
};

const CLAUSES: Readonly<Record<string, (content: Part) => DocumentTest>> = {
  match_all: () => () => true,
  bool: ({ filter = [], should = [], must_not: mustNot = [], minimum_should_match: least = 0 }) => {
    const [all, some, none] = [filter, should, mustNot].map((part) =>
      toList(part).map(toDocumentTest)
    ) as [DocumentTest[], DocumentTest[], DocumentTest[]];
    return (document) =>
      all.every((test) => test(document)) &&
      some.filter((test) => test(document)).length >= Number(least) &&
      !none.some((test) => test(document));
  },
  term: (content) => {
    const [field, value] = toOnlyEntry(content);
    return (document) => readValues(document, field).some((one) => one === value);
  },
  terms: (content) => {
    const [field, values] = toOnlyEntry(content);
    return (document) => readValues(document, field).some((one) => toList(values).includes(one));
  },
  ids:
    ({ values }) =>
    ({ _id }) =>
      toList(values).includes(_id),
  exists:
    ({ field }) =>
    (document) =>
      readValues(document, String(field)).length > 0,
  range: (content) => {
    const [field, bounds] = toOnlyEntry(content);
    const { gte, lte, lt } = bounds as Part;
    return (document) =>
      readValues(document, field).some((value) => {
        const time = toTime(value);
        return (
          (gte === undefined || time >= toTime(gte)) &&
          (lte === undefined || time <= toTime(lte)) &&
          (lt === undefined || time < toTime(lt))
        );
      });
  },
  wildcard: (content) => {
    const [field, { value, case_insensitive: anyCase }] = toOnlyEntry(content) as [string, Part];
    const pattern = toPattern(String(value), anyCase === true);
    return (document) => readValues(document, field).some((one) => pattern.test(String(one)));
  },
};

/** Values of a field, or of the two that are not in the source. */
const readValues = ({ _index, _id, _source }: StoredDocument, field: string): unknown[] =>
  field === '_index' ? [_index] : field === '_id' ? [_id] : getValues(_source, field);

const toPattern = (wildcard: string, anyCase: boolean): RegExp => {
  const parts = wildcard.match(/\\.|[^\\]/gsu) ?? [];
  const expression = parts.map((part) =>
    part === '*' ? '.*' : part === '?' ? '.' : (part.at(-1) ?? '').replace(/\W/, '\\$&')
  );
  return new RegExp(`^${expression.join('')}$`, anyCase ? 'is' : 's');
};

const toTime = (value: unknown): number => Date.parse(String(value));

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const toOnlyEntry = (part: unknown): [string, unknown] => {
  const [entry, ...others] = Object.entries(part as Part);
  if (!entry || others.length > 0) throw new Error(`One key was expected: ${JSON.stringify(part)}`);
  return entry;
};
