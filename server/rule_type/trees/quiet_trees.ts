import type { Grade, GradedTree, Tree } from '../../../common/detection';
import type { SourceEvent } from '../../../common/event/source_event';

/** Trees that were graded before, so that each run grades only what is new or has grown. */
export interface QuietTrees {
  /** Undefined where the tree was not graded, or has grown since. */
  find(tree: Tree): Grade | undefined;
  /** It was graded before, however much it has grown since. */
  knows(tree: Tree): boolean;
  note(graded: GradedTree): void;
  /**
   * The matches to look at in a run: those of no tree yet and, once a minute, all, because what is quiet may have grown. A host
   * that runs the rule with every arriving event would otherwise complete the same trees again each time.
   */
  select(matches: readonly SourceEvent[], startedAt: Date): readonly SourceEvent[];
}

/** More than two runs find; older ones are graded again. */
const MOST_TREES = 20_000;

const MOST_EVENTS = 10 * MOST_TREES;
const LOOK_AGAIN_MS = 60_000;
const toKey = ({ index, id }: SourceEvent): string => `${index}\n${id}`;

export const createQuietTrees = (): QuietTrees => {
  const events = new Set<string>();
  let lookedAgainAt = -Infinity;
  const grades = new Map<string, { readonly size: number; readonly grade: Grade }>();
  return {
    find({ id, starts }) {
      const known = grades.get(id);
      return known?.size === starts.length ? known.grade : undefined;
    },
    knows: ({ id }) => grades.has(id),
    note({ tree: { id, starts }, grade }) {
      for (const { event } of starts) events.add(toKey(event));
      if (events.size > MOST_EVENTS) events.clear();
      grades.delete(id);
      grades.set(id, { size: starts.length, grade });
      const [oldest] = grades.keys();
      if (grades.size > MOST_TREES && oldest !== undefined) grades.delete(oldest);
    },
    select(matches, startedAt) {
      const time = startedAt.getTime();
      if (time - lookedAgainAt < LOOK_AGAIN_MS) {
        return matches.filter((event) => !events.has(toKey(event)));
      }
      lookedAgainAt = time;
      return matches;
    },
  };
};
