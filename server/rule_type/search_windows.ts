import { toMilliseconds } from '../../common/time/duration';
import type { Period } from '../../common/story/period';
import type { RuleState } from './rule_state';

/** A period of event time, ISO 8601: `from` inclusive, `to` exclusive. */
export interface SearchWindow {
  readonly from: string;
  readonly to: string;
}

interface WindowFacts {
  readonly startedAt: Date;
  /** When the rule was switched on. Undefined where the host does not say. */
  readonly enabledAt: Date | undefined;
  /** Durations in alerting's syntax. What `lookBack` exceeds `interval` by is the allowance for late events. */
  readonly lookBack: string;
  readonly interval: string;
  readonly state: RuleState;
  /** Times of alerts of the last run that did not get stored. */
  readonly lostAlertTimes: readonly string[];
  /** What somebody wants searched again. */
  readonly pending: readonly Period[];
}

/** Epoch milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** More would fill the state; neighbours are joined then, and what lies between them is searched again. */
const MOST_WINDOWS = 50;

/**
 * The periods a run looks at, in the order it does so: what is new since the last run; alerts that got lost; then, the newest
 * first, what is older: the allowance for late events, gaps, and what earlier runs did not get to. So nothing new waits behind
 * a backlog, and nothing of a backlog is forgotten.
 */
export const getSearchWindows = (facts: WindowFacts): SearchWindow[] => {
  const now = facts.startedAt.getTime();
  const lookBackMs = toMilliseconds(facts.lookBack);
  const usual = now - lookBackMs;
  const { searchedTo, begin } = findBegin(facts, usual, lookBackMs);
  const newest = { from: Math.max(usual, searchedTo), to: now };
  const older = joinSpans([
    { from: begin, to: newest.from },
    ...listLeft(facts.state),
    ...facts.pending.map(toSpan),
  ]);
  return [newest, findLostSpan(facts.lostAlertTimes), ...older]
    .filter((span) => span !== undefined)
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    }));
};

/** The time that no run had looked at when this one began although it should have: Kibana was down, or runs took too long. */
export const findGap = ({
  startedAt,
  lookBack,
  state: { searchedTo },
}: Pick<WindowFacts, 'startedAt' | 'lookBack' | 'state'>): Period | undefined => {
  const usual = new Date(startedAt.getTime() - toMilliseconds(lookBack)).toISOString();
  return searchedTo !== undefined && searchedTo < usual
    ? { from: searchedTo, to: usual }
    : undefined;
};

/** How much later than it happened an event may arrive and still be found. */
export const toLateMs = ({ lookBack, interval }: Pick<WindowFacts, 'lookBack' | 'interval'>) =>
  Math.max(0, toMilliseconds(lookBack) - toMilliseconds(interval));

const findBegin = (
  { startedAt, enabledAt, state, ...durations }: WindowFacts,
  usual: number,
  lookBackMs: number
): { searchedTo: number; begin: number } => {
  if (state.searchedTo === undefined) {
    // Runs since then may have failed.
    const first = enabledAt ? enabledAt.getTime() - lookBackMs : usual;
    return { searchedTo: usual, begin: Math.min(usual, first) };
  }
  // A clock that was ahead has been set right, or events have come that are older than usual.
  const searchedTo = Math.min(Date.parse(state.searchedTo), startedAt.getTime());
  // Events on their way count on the allowance they were sent under.
  const lateMs = Math.max(toLateMs(durations), state.lateMs ?? 0);
  return { searchedTo, begin: Math.min(usual, searchedTo - lateMs) };
};

const listLeft = ({ left = [], carryFrom, searchedTo }: RuleState): Span[] => {
  const windows = [...left];
  if (carryFrom !== undefined && searchedTo !== undefined) {
    windows.push({ from: carryFrom, to: searchedTo });
  }
  return windows.map(toSpan);
};

const toSpan = ({ from, to }: Period): Span => ({ from: Date.parse(from), to: Date.parse(to) });

const findLostSpan = (times: readonly string[]): Span | undefined => {
  const moments = times.map((time) => Date.parse(time)).sort((a, b) => a - b);
  const [first] = moments;
  const last = moments.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first, to: last + 1 };
};

/** The newest first, none touching another. */
const joinSpans = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && span.from <= before.to) {
      joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, span.to) };
    } else if (span.from < span.to) joined.push(span);
  }
  while (joined.length > MOST_WINDOWS) {
    const [first, second] = joined;
    if (first && second) joined.splice(0, 2, { from: first.from, to: second.to });
  }
  return joined.reverse();
};
