import { findText } from '../../common/event/get_values';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSearch } from '../../server/ports/event_reader';
import { toMatchTime } from '../ingest/standing_query';

/** Matches kept in memory. */
const MOST_MATCHES = 20_000;

/** Epoch milliseconds, `from` inclusive, `to` exclusive; at most `size` matches, the first ones. */
export interface MatchPeriod {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly except?: EventSearch['except'];
}

/** Searches what is stored: the first `size` matches from a moment on. */
export type SearchStored = (from: number, size: number) => Promise<readonly SourceEvent[]>;

/** All matches of one query from some moment on, as far as they have room. */
export interface MatchWindow {
  /** Undefined where the window does not reach, not even after it was filled anew from the period's beginning. */
  find(period: MatchPeriod, search: SearchStored): Promise<readonly SourceEvent[] | undefined>;
  /** Matches that have just been stored. */
  add(events: readonly SourceEvent[]): void;
}

interface Entry {
  readonly time: number;
  readonly sequence: number;
  readonly event: SourceEvent;
}

export const createMatchWindow = (): MatchWindow => {
  let entries = new Map<string, Entry>();
  /** The entries in order, until one is added: sorting them for each of many questions takes longer than the rest. */
  let ordered: readonly Entry[] | undefined;
  /** Every stored match in this period is an entry. */
  let covered: { from: number; to: number } | undefined;
  /** From before this time on there are more matches than have room: filling is in vain, the store is asked itself. */
  let overfullBefore = -Infinity;
  let filling: Promise<void> = Promise.resolve();
  let lastFrom = -Infinity;

  const put = (event: SourceEvent): void => {
    const time = toMatchTime(event);
    if (covered && time >= covered.from && time < covered.to) {
      entries.set(`${event.index}\0${event.id}`, { time, sequence: toSequence(event), event });
      ordered = undefined;
    }
  };

  const keep = (kept: readonly Entry[]): void => {
    entries = new Map(kept.map((entry) => [`${entry.event.index}\0${entry.event.id}`, entry]));
    ordered = undefined;
  };

  const shrink = (): void => {
    if (!covered || entries.size <= MOST_MATCHES) return;
    const kept = sort(entries.values()).filter(({ time }) => time >= lastFrom);
    covered.from = Math.max(covered.from, lastFrom);
    const firstOver = kept[MOST_MATCHES];
    if (firstOver) covered.to = firstOver.time;
    const { to } = covered;
    keep(kept.filter(({ time }) => time < to));
  };

  const select = ({ from, to, size, except }: MatchPeriod): readonly SourceEvent[] | undefined => {
    if (!covered || from < covered.from) return undefined;
    ordered ??= sort(entries.values());
    const end = Math.min(to, covered.to);
    const found: SourceEvent[] = [];
    for (const { time, event } of ordered) {
      if (time >= end || found.length >= size) break;
      if (time >= from && !except?.get(event.index)?.has(event.id)) found.push(event);
    }
    return to <= covered.to || found.length >= size ? found : undefined;
  };

  const fill = async (from: number, search: SearchStored): Promise<void> => {
    // What arrives during the search is added beside it: whichever of the two finds a match, it is there.
    keep([]);
    covered = { from, to: Infinity };
    try {
      const found = await search(from, MOST_MATCHES);
      const last = found.at(-1);
      // Of the last millisecond there may be more.
      if (last && found.length >= MOST_MATCHES) overfullBefore = covered.to = toMatchTime(last);
      for (const event of found) put(event);
      const { to } = covered;
      keep([...entries.values()].filter(({ time }) => time < to));
    } catch (error) {
      covered = undefined;
      throw error;
    }
  };

  return {
    async find(period, search) {
      await filling.catch(() => undefined);
      lastFrom = period.from;
      const known = select(period);
      if (known || period.from < overfullBefore) return known;
      filling = fill(period.from, search);
      await filling;
      return select(period);
    },
    add(events) {
      events.forEach(put);
      shrink();
    },
  };
};

const sort = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((a, b) => a.time - b.time || a.sequence - b.sequence);

const toSequence = ({ source }: SourceEvent): number =>
  Number(findText(source, 'event.sequence') ?? 0);
