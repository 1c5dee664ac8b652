import type { Tree } from '../tree/tree';
import { findContextSigns } from './context_signs';
import type { Grade } from './grade';
import type { GradeContext } from './grade_context';
import { toGrade } from './to_grade';

/**
 * Adds to a grade what else the host has shown. The commands, which take most of the time of grading, are not read again.
 * @param alone the tree's grade without context
 */
export const gradeInContext = (tree: Tree, alone: Grade, context: GradeContext): Grade => {
  const added = findContextSigns(tree, alone.signs, context);
  return added.length === 0 ? alone : toGrade([...alone.signs, ...added]);
};
