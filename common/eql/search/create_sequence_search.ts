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
import { toSequencePlan } from './sequence_plan';
import type { SequencePlan } from './sequence_plan';
import { WaitingChains } from './waiting_chains';

/** The events of one match of a sequence, in the order of its terms. */
export interface FoundSequence<Item> {
  /** Null in the place of a missing event. */
  readonly items: readonly (Item | null)[];
  readonly keys: readonly Scalar[];
}

/**
 * A sequence search that is fed event by event.
 * @throws EqlError from `add` when events were promised to be in order and are not
 */
export const createSequenceSearch = <Item extends SearchItem>(
  query: EqlQuery,
  options: SearchOptions = {}
): Search<Item, FoundSequence<Item>> => {
  const sequence = getStatement(query, 'sequence', options.fields);
  const scope = createScope(options);
  const plan = toSequencePlan(sequence, scope);
  const readOrdinal = createOrdinalReader(scope, options.tiebreakerField);
  const window = createResultWindow<Chain<Item>>(query.pipes, options.size, compareChains);
  const waiting = new WaitingChains<Item>(plan, window.add);
  const matcher = new SequenceMatcher<Item>(plan, {
    onComplete: (chain) => waiting.add(chain),
    onMissingBehind: (key, time) => waiting.rejectBy(key, time),
  });
  const match = (item: Item, ordinal: Ordinal): void => {
    if (ordinal.time === undefined) return;
    matcher.add(item, ordinal, ordinal.time);
  };
  const collected: { item: Item; ordinal: Ordinal }[] = [];
  const isOfUse = toUsefulTest<Item>(plan);
  // A chain that waits comes before others that are complete already.
  const isWaiting = plan.gaps.at(-1)?.length !== 0;
  let position = 0;
  let latest: Ordinal | undefined;
  return {
    add: (item) => {
      position += 1;
      if (!isOfUse(item)) return true;
      const ordinal = readOrdinal(item.source, position);
      if (options.areEventsInOrder !== true) {
        collected.push({ item, ordinal });
        return true;
      }
      if (latest !== undefined && compareOrdinals(ordinal, latest) < 0) {
        throw new EqlError(query.text, sequence.range, 'events_out_of_order');
      }
      latest = ordinal;
      match(item, ordinal);
      return isWaiting || !window.isFull();
    },
    finish: () => {
      collected.sort((a, b) => compareOrdinals(a.ordinal, b.ordinal));
      for (const { item, ordinal } of collected) match(item, ordinal);
      waiting.finish();
      return window.finish().map((chain) => toFoundSequence(chain, plan));
    },
  };
};

/** Whether an event can play any part. */
const toUsefulTest = <Item extends SearchItem>({ stages, gaps, until }: SequencePlan) => {
  const terms = new Set([...stages.map(({ term }) => term), ...gaps.flat()]);
  if (until !== undefined) terms.add(until);
  return ({ source }: Item): boolean => {
    for (const { matches } of terms) if (matches(source)) return true;
    return false;
  };
};

const compareChains = <Item>(a: Chain<Item>, b: Chain<Item>): number =>
  compareOrdinals(a.lastOrdinal, b.lastOrdinal) || compareKeys(a.key, b.key);

const toFoundSequence = <Item>(chain: Chain<Item>, plan: SequencePlan): FoundSequence<Item> => {
  const items: (Item | null)[] = Array.from({ length: plan.slotCount }, () => null);
  for (const [stage, { slot }] of plan.stages.entries()) items[slot] = chain.items[stage] ?? null;
  return { items, keys: chain.key.values };
};
