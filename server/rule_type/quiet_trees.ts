import type { Grade, GradedTree, Tree } from '../../common/detection';

/** Trees that were graded before, so that each run grades only what is new or has grown. */
export interface QuietTrees {
  /** Undefined where the tree was not graded, or has grown since. */
  find(tree: Tree): Grade | undefined;
  note(graded: GradedTree): void;
}

/** More than two runs find; older ones are graded again. */
const MOST_TREES = 20_000;

export const createQuietTrees = (): QuietTrees => {
  const grades = new Map<string, { readonly size: number; readonly grade: Grade }>();
  return {
    find({ id, starts }) {
      const known = grades.get(id);
      return known?.size === starts.length ? known.grade : undefined;
    },
    note({ tree: { id, starts }, grade }) {
      grades.delete(id);
      grades.set(id, { size: starts.length, grade });
      const [oldest] = grades.keys();
      if (grades.size > MOST_TREES && oldest !== undefined) grades.delete(oldest);
    },
  };
};
