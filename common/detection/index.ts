/**
 * The door: pure code that turns process events below web servers into graded trees. In a straight line:
 * `SERVER_CHILDREN_QUERY` finds roots → `toDescendantsQuery(entity ids)` finds what they started → `toTrees(all events)` →
 * `gradeTree(tree, context?)` → risk, severity and signs, which `toTreeReason` and `toSignText` put into words.
 */
export { findServer } from './servers/find_server';
export type { WebServer, ProgramFacts } from './servers/find_server';
export { SERVER_CHILDREN_QUERY } from './servers/server_children_query';

export { MOST_ROOTS_PER_QUERY, toDescendantsQuery } from './tree/to_descendants_query';
export { toProcessStart } from './tree/process_start';
export type { ProcessStart } from './tree/process_start';
export type { Tree } from './tree/tree';
export { toTreeId } from './tree/to_tree_id';
export { toTrees } from './tree/to_trees';
/** What a host's history is kept by. */
export { toShape } from './tree/to_shape';

export { gradeBeside } from './grading/grade_beside';
export type { GradedTree } from './grading/grade_beside';
export { createGrader } from './grading/create_grader';
export type { Grader } from './grading/create_grader';
export { gradeInContext } from './grading/grade_in_context';
export { gradeTree } from './grading/grade_tree';
export { ALERT_RISK, toSeverity } from './grading/grade';
export type { Grade } from './grading/grade';
export type { GradeContext, Neighbour, ShapeSeen } from './grading/grade_context';
export { isBeyondDoubt } from './grading/is_beyond_doubt';
export { toNeighbour } from './grading/context_signs';
export { SIGN_IDS } from './grading/sign_id';
export type { SignId } from './grading/sign_id';
export { findSignKind, listSignIds, SIGN_KINDS } from './grading/sign_kind';
export type { SignKind } from './grading/sign_kind';
export type { Sign, SignParams } from './grading/sign';

/** For what else reads commands: where they write. */
export { toAbsolute, toWrittenFiles } from './reading/command_facts';
export { toFolders } from './reading/to_folders';
export { isServedCode, isWritablePath } from './reading/paths';

export { toSignText } from './sign_text';
export { toSignTexts } from './sign_texts';
export { toTreeReason } from './to_tree_reason';
