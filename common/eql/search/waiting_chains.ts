import type { Instant } from '../values/parse_instant';
import type { JoinKey } from './join_key';
import type { Chain } from './sequence_matcher';
import type { SequencePlan } from './sequence_plan';

/** Fewer waiting chains than this are not worth a look for ones that need not wait any longer. */
const FEW_CHAINS = 1000;

/**
 * Decides about complete chains at whose ends there must be no event of some terms. What must not follow is waited
 * for as long as maxspan allows; what must not precede is known already.
 */
export class WaitingChains<Item> {
  private readonly maxspan: bigint;
  private readonly hasLeading: boolean;
  private readonly hasTrailing: boolean;
  private readonly accept: (chain: Chain<Item>) => void;
  private readonly waiting = new Map<string, Chain<Item>[]>();
  private count = 0;
  private sweepAt = FEW_CHAINS;

  constructor(plan: SequencePlan, accept: (chain: Chain<Item>) => void) {
    this.maxspan = plan.maxspan ?? 0n;
    this.hasLeading = plan.hasLeading;
    this.hasTrailing = plan.hasTrailing;
    this.accept = accept;
  }

  /** Chains come in order of time, so that the last event of this one tells the time. */
  add(chain: Chain<Item>): void {
    const { leading, last, key } = chain;
    if (this.hasTrailing) {
      const chains = this.waiting.get(key.id);
      if (chains === undefined) this.waiting.set(key.id, [chain]);
      else chains.push(chain);
      this.count += 1;
      this.sweep(last);
    } else if (leading === undefined || last - leading > this.maxspan) this.accept(chain);
  }

  /** An event came that must not follow a chain of this key: the nearest one decides. */
  rejectBy(key: JoinKey, time: Instant): void {
    const decided = this.take(key.id, (chain) => time > chain.last);
    for (const chain of decided) if (!this.isFollowed(chain, time)) this.accept(chain);
  }

  /** Accepts all that is left: nothing follows any more. */
  finish(): void {
    for (const id of this.waiting.keys()) for (const chain of this.take(id)) this.accept(chain);
  }

  /** Accepts what waited long enough, each time the number of chains has doubled. */
  private sweep(now: Instant): void {
    if (this.count < this.sweepAt) return;
    for (const id of this.waiting.keys()) {
      const released = this.take(id, (chain) => now > chain.first + this.maxspan);
      for (const chain of released) this.accept(chain);
    }
    this.sweepAt = Math.max(FEW_CHAINS, 2 * this.count);
  }

  private take(id: string, isMeant: (chain: Chain<Item>) => boolean = () => true): Chain<Item>[] {
    const chains = this.waiting.get(id) ?? [];
    const taken = chains.filter(isMeant);
    if (taken.length === chains.length) this.waiting.delete(id);
    else if (taken.length > 0) {
      this.waiting.set(
        id,
        chains.filter((chain) => !isMeant(chain))
      );
    }
    this.count -= taken.length;
    return taken;
  }

  /** With missing events at both ends both must be there, within maxspan of each other. */
  private isFollowed({ leading, first }: Chain<Item>, time: Instant): boolean {
    if (!this.hasLeading) return time - first <= this.maxspan;
    return leading !== undefined && time - leading <= this.maxspan;
  }
}
