import type { EventSource } from '../../event/source_event';
import type { Instant } from '../values/parse_instant';
import type { JoinKey } from './join_key';
import { MissingEvents } from './missing_events';
import type { Ordinal } from './ordinal';
import type { MatchedTerm, SequencePlan } from './sequence_plan';

/** The beginning of a sequence, or all of it. */
export interface Chain<Item> {
  readonly key: JoinKey;
  /** The event of the last stage; those before it are found along `previous`, which chains share. */
  readonly item: Item;
  readonly previous: Chain<Item> | undefined;
  readonly first: Instant;
  readonly last: Instant;
  readonly lastOrdinal: Ordinal;
  /** The nearest event before the first one that must not be there. */
  readonly leading: Instant | undefined;
  /** An event that must not be there lay between two of these. */
  readonly isBroken: boolean;
}

interface KeyState<Item> {
  /**
   * The latest chain that has reached each stage. Older ones would never be taken: an event goes on from the latest
   * chain and removes those before it. So one per stage is enough, and the state of a key has a fixed size.
   */
  readonly chains: (Chain<Item> | undefined)[];
  /** For the gap before each stage, if events must be missing there. */
  readonly missing: readonly (MissingEvents | undefined)[];
}

const NO_TERM: MatchedTerm = { role: { kind: 'stages', stages: [] }, keys: [] };

/** Fewer keys than this are not worth a look for dead ones. */
const FEW_KEYS = 1000;

/**
 * Finds the chains of a sequence in events that come in order. An event is tried on the last stage first, so that
 * it never follows itself.
 */
export class SequenceMatcher<Item extends { readonly source: EventSource }> {
  private readonly plan: SequencePlan;
  private readonly onComplete: (chain: Chain<Item>) => void;
  private readonly onMissingBehind: (key: JoinKey, time: Instant) => void;
  private readonly stages: readonly number[];
  private readonly watchedGaps: ReadonlySet<number>;
  private readonly states = new Map<string, KeyState<Item>>();
  private sweepAt = FEW_KEYS;

  constructor(
    plan: SequencePlan,
    listeners: {
      readonly onComplete: (chain: Chain<Item>) => void;
      readonly onMissingBehind: (key: JoinKey, time: Instant) => void;
    }
  ) {
    this.plan = plan;
    this.stages = Array.from({ length: plan.stageCount }, (_, stage) => stage);
    this.watchedGaps = new Set(
      plan.terms.flatMap(({ role }) => (role.kind === 'gap' ? [role.gap] : []))
    );
    this.onComplete = listeners.onComplete;
    this.onMissingBehind = listeners.onMissingBehind;
  }

  /** How many keys have state: what memory depends on. */
  get keyCount(): number {
    return this.states.size;
  }

  /** @param matched the terms the event matches, in the order of the query */
  add(item: Item, matched: readonly MatchedTerm[], ordinal: Ordinal, time: Instant): void {
    for (let index = matched.length - 1; index >= 0; index -= 1) {
      const { role, keys } = matched[index] ?? NO_TERM;
      if (role.kind === 'stages') this.take(role.stages, keys, item, ordinal, time);
    }
    for (const { role, keys } of matched) {
      if (role.kind === 'gap') for (const key of keys) this.note(role.gap, key, time);
      if (role.kind === 'until') for (const key of keys) this.expire(key);
    }
    this.sweep(time);
  }

  private take(
    stages: readonly number[],
    keys: readonly JoinKey[],
    item: Item,
    ordinal: Ordinal,
    time: Instant
  ): void {
    for (let index = stages.length - 1; index >= 0; index -= 1) {
      const stage = stages[index] ?? 0;
      for (const key of keys) {
        if (stage === 0) this.open(key, item, ordinal, time);
        else this.advance(stage, key, item, ordinal, time);
      }
    }
  }

  private open(key: JoinKey, item: Item, lastOrdinal: Ordinal, time: Instant): void {
    const leading = this.states.get(key.id)?.missing[0]?.findBefore(time);
    this.place(0, {
      key,
      item,
      previous: undefined,
      first: time,
      last: time,
      lastOrdinal,
      leading,
      isBroken: false,
    });
  }

  private advance(
    stage: number,
    key: JoinKey,
    item: Item,
    lastOrdinal: Ordinal,
    time: Instant
  ): void {
    const state = this.states.get(key.id);
    const chain = state?.chains[stage - 1];
    if (state === undefined || chain === undefined) return;
    state.chains[stage - 1] = undefined;
    const { maxspan } = this.plan;
    if (maxspan === undefined || time - chain.first <= maxspan) {
      const between = state.missing[stage]?.findBefore(time);
      const isBroken = chain.isBroken || (between !== undefined && between > chain.last);
      this.place(stage, { ...chain, item, previous: chain, last: time, lastOrdinal, isBroken });
    }
    this.forgetIfEmpty(key, state);
  }

  private place(stage: number, chain: Chain<Item>): void {
    if (stage === this.plan.stageCount - 1) {
      if (!chain.isBroken) this.onComplete(chain);
      return;
    }
    this.getState(chain.key).chains[stage] = chain;
  }

  private note(gap: number, key: JoinKey, time: Instant): void {
    if (gap === this.plan.stageCount) this.onMissingBehind(key, time);
    else this.getState(key).missing[gap]?.add(time);
  }

  /** Ends all chains of a key: whatever follows would come behind the event that expires them. */
  private expire(key: JoinKey): void {
    const state = this.states.get(key.id);
    if (state === undefined) return;
    state.chains.fill(undefined);
    this.forgetIfEmpty(key, state);
  }

  private getState(key: JoinKey): KeyState<Item> {
    const known = this.states.get(key.id);
    if (known !== undefined) return known;
    const state: KeyState<Item> = {
      chains: this.stages.map(() => undefined),
      missing: this.stages.map((gap) =>
        this.watchedGaps.has(gap) ? new MissingEvents() : undefined
      ),
    };
    this.states.set(key.id, state);
    return state;
  }

  private forgetIfEmpty(key: JoinKey, state: KeyState<Item>): void {
    const isEmpty =
      state.chains.every((chain) => chain === undefined) &&
      state.missing.every((missing) => missing === undefined || missing.isEmpty);
    if (isEmpty) this.states.delete(key.id);
  }

  /** Drops what maxspan has made useless, each time the number of keys has doubled. */
  private sweep(now: Instant): void {
    const { maxspan } = this.plan;
    if (maxspan === undefined || this.states.size < this.sweepAt) return;
    const oldest = now - maxspan;
    for (const [id, state] of this.states) {
      const isLive =
        state.chains.some((chain) => chain !== undefined && chain.first >= oldest) ||
        state.missing.some((missing) => missing?.isSince(oldest));
      if (!isLive) this.states.delete(id);
    }
    this.sweepAt = Math.max(FEW_KEYS, 2 * this.states.size);
  }
}
