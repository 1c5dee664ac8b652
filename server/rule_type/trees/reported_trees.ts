import type { Grade, GradedTree } from '../../../common/detection';

/** What was last reported of trees. */
export interface ReportedTrees {
  /** The tree with the gravest grade it was ever reported with. */
  withGravest(graded: GradedTree): GradedTree;
  /** @returns whether that says more than the last report of this tree */
  noteReported(graded: GradedTree): boolean;
}

/** More than two runs report; of older ones the next report counts as news. */
const MOST_TREES = 5000;

export const createReportedTrees = (): ReportedTrees => {
  const reports = new Map<string, { readonly size: number; readonly grade: Grade }>();
  return {
    withGravest({ tree, grade }) {
      const last = reports.get(tree.id);
      return last && last.grade.risk > grade.risk ? { tree, grade: last.grade } : { tree, grade };
    },
    noteReported({ tree: { id, starts }, grade }) {
      const last = reports.get(id);
      reports.delete(id);
      reports.set(id, { size: starts.length, grade });
      const [oldest] = reports.keys();
      if (reports.size > MOST_TREES && oldest !== undefined) reports.delete(oldest);
      return last?.size !== starts.length || last.grade.risk !== grade.risk;
    },
  };
};
