import type { Tree } from '../tree/tree';
import type { Grade } from './grade';
import { gradeTree } from './grade_tree';
import type { Sign } from './sign';

/** Grades as `gradeTree` does without context, and reads what is the same to the letter once: an application does little else. */
export type Grader = (tree: Tree) => Grade;

/** Characters of all remembered trees together, and of one. */
const MOST_TEXT = 4_000_000;
const MOST_OF_ONE = 20_000;

export const createGrader = (): Grader => {
  const known = new Map<string, Remembered>();
  let size = 0;
  return (tree) => {
    const content = toContent(tree);
    const remembered = known.get(content);
    if (remembered !== undefined) return recall(remembered, tree);
    const grade = gradeTree(tree);
    if (content.length > MOST_OF_ONE) return grade;
    size += content.length;
    known.set(content, remember(grade, tree));
    for (const oldest of known.keys()) {
      if (size <= MOST_TEXT) break;
      known.delete(oldest);
      size -= oldest.length;
    }
    return grade;
  };
};

/** A grade with the places of its signs in the tree, for each tree has events of its own. */
interface Remembered {
  readonly grade: Grade;
  readonly places: readonly number[];
}

const remember = (grade: Grade, { starts }: Tree): Remembered => ({
  grade,
  places: grade.signs.map(({ eventId, eventIndex }) =>
    starts.findIndex(({ event }) => event.id === eventId && event.index === eventIndex)
  ),
});

const recall = ({ grade, places }: Remembered, { starts, root }: Tree): Grade => ({
  ...grade,
  signs: grade.signs.map((sign, at): Sign => {
    const { id, index } = (starts[places[at] ?? 0] ?? root).event;
    return { ...sign, eventId: id, eventIndex: index };
  }),
});

/** All that signs look at: programs, words, folders and accounts, and which process came of which. */
const toContent = ({ starts, root }: Tree): string => {
  const numbers = new Map<string, number>();
  const toNumber = (id: string | undefined): number => {
    if (id === undefined) return -1;
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  toNumber(root.entityId);
  return JSON.stringify(
    starts.map(({ entityId, executable, name, args, user, workingDirectory, parent, origins }) => [
      [entityId, parent.entityId, ...origins].map(toNumber),
      [executable, name, user, workingDirectory, parent.executable, parent.name, parent.user],
      args,
      parent.args,
    ])
  );
};
