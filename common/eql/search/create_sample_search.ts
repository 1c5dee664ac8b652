import type { EqlQuery, Sample } from '../ast';
import { compileFilter } from '../compile/compile_filter';
import { createScope } from '../compile/query_scope';
import type { QueryScope } from '../compile/query_scope';
import type { Scalar } from '../values/scalar';
import { findDistinctCombinations } from './find_distinct_combinations';
import { getStatement } from './get_statement';
import { compareKeys, toKeyReader } from './join_key';
import type { JoinKey } from './join_key';
import type { Search, SearchItem, SearchOptions } from './search_options';

export interface SampleOptions extends SearchOptions {
  /** 1 by default. */
  readonly maxSamplesPerKey?: number;
}

/** Events that share a key, one per term, in the order of the terms. */
export interface FoundSample<Item> {
  readonly items: readonly Item[];
  readonly keys: readonly Scalar[];
}

interface Group<Item> {
  readonly key: JoinKey;
  /** The first events of each term, as many as can matter. */
  readonly candidates: Item[][];
}

/** A sample search that is fed event by event. */
export const createSampleSearch = <Item extends SearchItem>(
  query: EqlQuery,
  options: SampleOptions = {}
): Search<Item, FoundSample<Item>> => {
  const sample = getStatement(query, 'sample', options);
  const terms = planTerms(sample, createScope(options));
  const perKey = options.maxSamplesPerKey ?? 1;
  // Of more events than this the first samples of a key never need one.
  const most = perKey + terms.length;
  const groups = new Map<string, Group<Item>>();
  const getGroup = (key: JoinKey): Group<Item> => {
    const known = groups.get(key.id) ?? { key, candidates: terms.map(() => []) };
    groups.set(key.id, known);
    return known;
  };
  return {
    add: (item) => {
      for (const [index, term] of terms.entries()) {
        if (!term.matches(item.source)) continue;
        for (const key of term.readKeys(item.source)) {
          const candidates = getGroup(key).candidates[index];
          if (candidates !== undefined && candidates.length < most) candidates.push(item);
        }
      }
      return true;
    },
    finish: () =>
      [...groups.values()]
        .sort((a, b) => compareKeys(a.key, b.key))
        .flatMap(({ key, candidates }) =>
          findDistinctCombinations(candidates, perKey).map((items) => ({ items, keys: key.values }))
        )
        .slice(0, options.size),
  };
};

const planTerms = (sample: Sample, scope: QueryScope) =>
  sample.terms.map(({ filter, keys }) => ({
    matches: compileFilter(filter, scope),
    readKeys: toKeyReader([...sample.keys, ...keys], scope),
  }));
