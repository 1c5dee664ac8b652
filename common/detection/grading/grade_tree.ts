import { readTree } from '../reading/tree_reading';
import type { Tree } from '../tree/tree';
import { findSigns } from './find_signs';
import type { Grade } from './grade';
import type { GradeContext } from './grade_context';
import { gradeInContext } from './grade_in_context';
import { findHabitSigns } from './habit_signs';
import { toGrade } from './to_grade';

/** Grades a tree by what its commands show and, where it is given, by what else the host has shown. */
export const gradeTree = (tree: Tree, context: GradeContext = {}): Grade => {
  const reading = readTree(tree);
  const found = findSigns(reading);
  const alone = toGrade([...found, ...findHabitSigns(reading, found)]);
  return gradeInContext(tree, alone, context);
};
