/** A sequence query in plain data: terms ask for a category only, all share the optional key `k` or have none. */
export interface SequenceSpec {
  readonly terms: readonly {
    readonly category: string;
    readonly missing: boolean;
    readonly runs: number;
  }[];
  readonly until: string | undefined;
  readonly maxspan: number | undefined;
  readonly key: 'none' | 'mandatory' | 'optional';
}

export interface TestEvent {
  readonly id: number;
  readonly category: string;
  /** In milliseconds. */
  readonly time: number;
  readonly k: string | readonly string[] | null;
}

/**
 * Finds sequences as the semantics are told: pending beginnings stand in lists, the latest before an event goes on and
 * all older ones are dropped, `until` and missing events are looked for among all events.
 * @param events in order
 * @returns the ids of each result, -1 in the place of a missing event
 */
export const slowSequences = (spec: SequenceSpec, events: readonly TestEvent[]): number[][] => {
  const slots = spec.terms.flatMap((term) => Array.from({ length: term.runs }, () => term));
  const stages = slots.filter(({ missing }) => !missing);
  const pending = new Map<string, TestEvent[][][]>();
  const complete: { key: string; chain: TestEvent[] }[] = [];
  const keysOf = (event: TestEvent): string[] => {
    if (spec.key === 'none') return [''];
    const values = typeof event.k === 'string' ? [event.k] : [...new Set(event.k ?? [])];
    return values.length === 0 && spec.key === 'optional' ? ['(null)'] : values;
  };
  const matches = (event: TestEvent, category: string | undefined, key: string): boolean =>
    event.category === category && keysOf(event).includes(key);
  const listOf = (key: string, stage: number): TestEvent[][] => {
    const lists = pending.get(key) ?? stages.map(() => []);
    pending.set(key, lists);
    return lists[stage] ?? [];
  };
  for (const [index, event] of events.entries()) {
    for (let stage = stages.length - 1; stage >= 0; stage -= 1) {
      if (event.category !== stages[stage]?.category) continue;
      for (const key of keysOf(event)) {
        let chain: TestEvent[] | undefined = [];
        if (stage > 0) {
          const before = listOf(key, stage - 1);
          chain = before.at(-1);
          before.length = 0;
        }
        if (chain === undefined) continue;
        const [first = event] = chain;
        if (spec.maxspan !== undefined && event.time - first.time > spec.maxspan) continue;
        const last = chain.at(-1);
        const since = last === undefined ? index : events.indexOf(last);
        if (events.slice(since, index).some((other) => matches(other, spec.until, key))) continue;
        const longer = [...chain, event];
        if (stage === stages.length - 1) complete.push({ key, chain: longer });
        else listOf(key, stage).push(longer);
      }
    }
  }
  return complete
    .filter(
      ({ key, chain }) =>
        !isRefused(spec, slots, chain, (event, category) => matches(event, category, key), events)
    )
    .sort((a, b) => lastIndex(a.chain, events) - lastIndex(b.chain, events) || order(a.key, b.key))
    .map(({ chain }) => {
      const left = [...chain];
      return slots.map(({ missing }) => (missing ? -1 : (left.shift()?.id ?? NaN)));
    });
};

const lastIndex = (chain: readonly TestEvent[], events: readonly TestEvent[]): number => {
  const last = chain.at(-1);
  return last === undefined ? -1 : events.indexOf(last);
};

/** Null keys come first. */
const order = (a: string, b: string): number => {
  if (a === '(null)' || b === '(null)') return Number(b === '(null)') - Number(a === '(null)');
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Whether an event is there that must be missing. */
const isRefused = (
  { maxspan = 0 }: SequenceSpec,
  slots: SequenceSpec['terms'],
  chain: readonly TestEvent[],
  matches: (event: TestEvent, category: string) => boolean,
  events: readonly TestEvent[]
): boolean => {
  const timesOf = (from: number, to: number): number[] => {
    const categories = slots.slice(from, to).map(({ category }) => category);
    return events
      .filter((event) => categories.some((category) => matches(event, category)))
      .map(({ time }) => time);
  };
  const positives = slots.flatMap(({ missing }, slot) => (missing ? [] : [slot]));
  for (const [stage, slot] of positives.entries()) {
    const [previous, next] = [chain[stage - 1], chain[stage]];
    if (previous === undefined || next === undefined) continue;
    const between = timesOf((positives[stage - 1] ?? 0) + 1, slot);
    if (between.some((time) => time > previous.time && time < next.time)) return true;
  }
  const firstSlot = positives[0] ?? 0;
  const lastSlot = positives.at(-1) ?? 0;
  const first = chain[0]?.time ?? 0;
  const last = chain.at(-1)?.time ?? 0;
  const leading = Math.max(...timesOf(0, firstSlot).filter((time) => time < first));
  const trailing = Math.min(...timesOf(lastSlot + 1, slots.length).filter((time) => time > last));
  const [hasLeading, hasTrailing] = [firstSlot > 0, lastSlot < slots.length - 1];
  if (hasLeading && hasTrailing) {
    return Number.isFinite(leading) && Number.isFinite(trailing) && trailing - leading <= maxspan;
  }
  if (hasLeading) return last - leading <= maxspan;
  return hasTrailing && trailing - first <= maxspan;
};
