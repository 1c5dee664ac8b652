import type { StoryProcess } from '../../common/story/story';

/** A tree of more programs is folded to so many. */
const MOST_UNFOLDED = 8;

/**
 * The first programs of a big tree, and the alert's own wherever they stand: those must never be out of sight. A smaller
 * tree is whole.
 */
export const toFolded = (processes: readonly StoryProcess[]): readonly StoryProcess[] =>
  processes.length <= MOST_UNFOLDED
    ? processes
    : processes.filter(({ isOfAlert }, place) => place < MOST_UNFOLDED || isOfAlert);
