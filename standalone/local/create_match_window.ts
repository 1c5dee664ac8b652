import { findText } from '../../common/event/get_values';
import type { SourceEvent } from '../../common/event/source_event';
import { toMatchTime } from '../ingest/standing_query';

/** Matches kept in memory. */
const MOST_MATCHES = 20_000;

/** Epoch milliseconds, `from` inclusive, `to` exclusive; at most `size` matches, the first ones. */
export interface MatchPeriod {
  readonly from: number;
  readonly to: number;
  readonly size: number;
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
  readonly event: SourceEvent;
}

export const createMatchWindow = (): MatchWindow => {
  let entries = new Map<string, Entry>();
  /** Every stored match in this period is an entry. */
  let covered: { from: number; to: number } | undefined;
  let filling: Promise<void> = Promise.resolve();
  let lastFrom = -Infinity;

  const put = (event: SourceEvent): void => {
    const time = toMatchTime(event);
    if (covered && time >= covered.from && time < covered.to) {
      entries.set(`${event.index}\0${event.id}`, { time, event });
    }
  };

  const shrink = (): void => {
    if (!covered || entries.size <= MOST_MATCHES) return;
    const kept = sort(entries.values()).filter(({ time }) => time >= lastFrom);
    covered.from = Math.max(covered.from, lastFrom);
    const firstOver = kept[MOST_MATCHES];
    if (firstOver) covered.to = firstOver.time;
    const { to } = covered;
    entries = new Map(
      kept
        .filter(({ time }) => time < to)
        .map((entry) => [`${entry.event.index}\0${entry.event.id}`, entry])
    );
  };

  const select = ({ from, to, size }: MatchPeriod): readonly SourceEvent[] | undefined => {
    if (!covered || from < covered.from) return undefined;
    const end = Math.min(to, covered.to);
    const found = sort(entries.values())
      .filter(({ time }) => time >= from && time < end)
      .slice(0, size);
    return to <= covered.to || found.length >= size ? found.map(({ event }) => event) : undefined;
  };

  const fill = async (from: number, search: SearchStored): Promise<void> => {
    // What arrives during the search is added beside it: whichever of the two finds a match, it is there.
    entries = new Map();
    covered = { from, to: Infinity };
    try {
      const found = await search(from, MOST_MATCHES);
      const last = found.at(-1);
      // Of the last millisecond there may be more.
      if (last && found.length >= MOST_MATCHES) covered.to = toMatchTime(last);
      for (const event of found) put(event);
      const { to } = covered;
      for (const [id, { time }] of entries) if (time >= to) entries.delete(id);
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
      if (known) return known;
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
  [...entries].sort((a, b) => a.time - b.time || toSequence(a.event) - toSequence(b.event));

const toSequence = ({ source }: SourceEvent): number =>
  Number(findText(source, 'event.sequence') ?? 0);
