import { createHash } from 'node:crypto';
import {
  isBeyondDoubt,
  toShape,
  type Grade,
  type ShapeSeen,
  type Tree,
} from '../../../common/detection';

/** Trees seen, different days, first and last day; days since 1970. */
export type ShapeCount = readonly [count: number, days: number, first: number, last: number];
/** By the hash of host and shape. */
export type ShapeCounts = Readonly<Record<string, ShapeCount>>;

/** What the hosts of a rule do again and again, kept in the rule's state from run to run. */
export interface ShapeHistory {
  /** Undefined for a shape that was never seen. */
  find(tree: Tree): ShapeSeen | undefined;
  /** Counts a tree once it is graded; what must not become a habit is left out. */
  note(tree: Tree, grade: Grade): void;
  list(): ShapeCounts;
}

/** Alerting writes the whole state after every run. */
const MOST_SHAPES = 300;
const DAY_MS = 86_400_000;

/** @param startedAt of the run: days are counted by the clock of the rule, for the times of events can be made up */
export const createShapeHistory = (
  counts: ShapeCounts | undefined,
  startedAt: Date
): ShapeHistory => {
  const today = Math.floor(startedAt.getTime() / DAY_MS);
  const shapes = new Map(Object.entries(counts ?? {}));
  return {
    find(tree) {
      const known = shapes.get(toKey(tree));
      if (known === undefined) return undefined;
      const [count, days, first] = known;
      return { count, days, since: new Date(first * DAY_MS).toISOString() };
    },
    note(tree, { signs }) {
      // Whoever types beside other commands, or does what no application does, teaches nothing.
      if (isBeyondDoubt(signs) || signs.some(({ id }) => id === 'neighbours_by_hand')) return;
      const key = toKey(tree);
      const [count, days, first, last] = shapes.get(key) ?? [0, 0, today, undefined];
      shapes.set(key, [count + 1, last === today ? days : days + 1, first, today]);
    },
    list: () => Object.fromEntries(toKept(shapes)),
  };
};

/** Of too many those that are rare or long gone are forgotten: an alert more, never one less. */
const toKept = (shapes: ReadonlyMap<string, ShapeCount>): [string, ShapeCount][] =>
  [...shapes]
    .sort(
      ([, [count, days, , last]], [, [otherCount, otherDays, , otherLast]]) =>
        otherDays - days || otherLast - last || otherCount - count
    )
    .slice(0, MOST_SHAPES);

/** Nobody can make a second command with the hash of another. */
const toKey = (tree: Tree): string =>
  createHash('sha256')
    .update(`${tree.root.hostId}\n${toShape(tree)}`)
    .digest('base64url')
    .slice(0, 22);
