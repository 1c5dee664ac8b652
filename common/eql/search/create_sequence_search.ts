import type { EqlQuery } from '../ast';
import { createScope } from '../compile/query_scope';
import { EqlError } from '../errors/eql_error';
import type { Scalar } from '../values/scalar';
import { getStatement } from './get_statement';
import { compareKeys } from './join_key';
import { compareOrdinals, createOrdinalReader } from './ordinal';
import type { Ordinal } from './ordinal';
import { createResultWindow } from './result_window';
import type { Search, SearchItem, SearchOptions } from './search_options';
import { SequenceMatcher } from './sequence_matcher';
import type { Chain } from './sequence_matcher';
import { findMatchedTerms, toSequencePlan } from './sequence_plan';
import type { MatchedTerm, SequencePlan } from './sequence_plan';
import { WaitingChains } from './waiting_chains';

/** The events of one match of a sequence, in the order of its terms. */
export interface FoundSequence<Item> {
  /** Null in the place of a missing event. */
  readonly items: readonly (Item | null)[];
  readonly keys: readonly Scalar[];
}

/** An event that plays a part. */
interface Candidate<Item> {
  readonly item: Item;
  readonly matched: readonly MatchedTerm[];
  readonly ordinal: Ordinal;
}

/**
 * A sequence search that is fed event by event.
 * @throws EqlError from `add` when events were promised to be in order and are not
 */
export const createSequenceSearch = <Item extends SearchItem>(
  query: EqlQuery,
  options: SearchOptions = {}
): Search<Item, FoundSequence<Item>> => {
  const sequence = getStatement(query, 'sequence', options);
  const scope = createScope(options);
  const plan = toSequencePlan(sequence, scope);
  const readOrdinal = createOrdinalReader(scope, options.tiebreakerField);
  const window = createResultWindow<Chain<Item>>(query.pipes, options.size, compareChains);
  const waiting = new WaitingChains<Item>(plan, window.add);
  const matcher = new SequenceMatcher<Item>(plan, {
    onComplete: (chain) => waiting.add(chain),
    onMissingBehind: (key, time) => waiting.rejectBy(key, time),
  });
  const match = ({ item, matched, ordinal }: Candidate<Item>): void => {
    if (ordinal.time !== undefined) matcher.add(item, matched, ordinal, ordinal.time);
  };
  const collected: Candidate<Item>[] = [];
  let position = 0;
  let latest: Ordinal | undefined;
  return {
    add: (item) => {
      position += 1;
      const matched = findMatchedTerms(plan, item.source);
      if (matched === undefined) return true;
      const candidate = { item, matched, ordinal: readOrdinal(item.source, position) };
      if (options.areEventsInOrder !== true) {
        collected.push(candidate);
        return true;
      }
      if (latest !== undefined && compareOrdinals(candidate.ordinal, latest) < 0) {
        throw new EqlError(query.text, sequence.range, 'events_out_of_order');
      }
      latest = candidate.ordinal;
      match(candidate);
      // A chain that waits for what must not follow comes before others that are complete already.
      return plan.hasTrailing || !window.isFull();
    },
    finish: () => {
      collected.sort((a, b) => compareOrdinals(a.ordinal, b.ordinal));
      collected.forEach(match);
      waiting.finish();
      return window.finish().map((chain) => toFoundSequence(chain, plan));
    },
  };
};

const compareChains = <Item>(a: Chain<Item>, b: Chain<Item>): number =>
  compareOrdinals(a.lastOrdinal, b.lastOrdinal) || compareKeys(a.key, b.key);

const toFoundSequence = <Item>(chain: Chain<Item>, plan: SequencePlan): FoundSequence<Item> => {
  const staged: Item[] = [];
  for (let link: Chain<Item> | undefined = chain; link !== undefined; link = link.previous) {
    staged.push(link.item);
  }
  staged.reverse();
  const items = plan.slots.map((stage) => (stage === undefined ? null : (staged[stage] ?? null)));
  return { items, keys: chain.key.values };
};
