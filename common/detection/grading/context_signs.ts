import { toShape } from '../tree/to_shape';
import type { Tree } from '../tree/tree';
import type { Grade } from './grade';
import type { GradeContext, Neighbour, ShapeSeen } from './grade_context';
import type { Sign } from './sign';
import { isBeyondDoubt } from './is_beyond_doubt';
import { STRONG_WEIGHT } from './to_grade';

/** A shape seen on fewer days may be the attack itself, repeated. */
const FEWEST_DAYS = 3;
const FEWEST_TIMES = 10;
/** From this weight on a sign is something people do. */
const BY_HAND = 40;

const isHabit = ({ days, count }: ShapeSeen): boolean =>
  days >= FEWEST_DAYS && count >= FEWEST_TIMES;

/** What a host's past and a server's last minutes add. */
export const findContextSigns = (
  tree: Tree,
  found: readonly Sign[],
  context: GradeContext
): Sign[] => {
  const at = {
    eventId: tree.root.event.id,
    eventIndex: tree.root.event.index,
    technique: undefined,
  };
  const { history, neighbours = [] } = context;
  const signs: Sign[] = [];
  // A back door can be asked every day.
  if (history && isHabit(history) && !isBeyondDoubt(found)) {
    const weight = history.days >= 7 && history.count >= 50 ? -60 : -45;
    signs.push({
      ...at,
      id: 'repeated_shape',
      weight,
      params: { count: history.count, since: history.since.slice(0, 10) },
    });
  }
  const others = isRaised(found) ? toOtherShapes(tree, neighbours) : NONE;
  if (others.size > 0) {
    const weight = [0, 34, 52, 66][Math.min(3, others.size)] ?? 0;
    signs.push({ ...at, id: 'neighbours_by_hand', weight, params: { count: others.size } });
  }
  return signs;
};

const NONE: ReadonlySet<string> = new Set();

/** What else was typed. The same again is what a panel does that is reloaded. */
const toOtherShapes = (tree: Tree, neighbours: readonly Neighbour[]): ReadonlySet<string> => {
  const shapes = new Set<string>();
  for (const { isByHand, treeId, shape } of neighbours)
    if (isByHand && treeId !== tree.id) shapes.add(shape);
  if (shapes.size > 0) shapes.delete(toShape(tree));
  return shapes;
};

/** What other trees of the same server need to know of this one. */
export const toNeighbour = (tree: Tree, { signs, risk }: Grade): Neighbour => ({
  treeId: tree.id,
  shape: toShape(tree),
  time: tree.root.time,
  risk,
  isByHand: isByHand(signs),
});

/** What an application does by habit an intruder's commands beside it do not make his, unless a sign says more than habit. */
const isRaised = (signs: readonly Sign[]): boolean =>
  isByHand(signs) || signs.some(({ weight }) => weight >= STRONG_WEIGHT);

/** Context must not feed on itself: only what was seen in the tree counts. */
const isByHand = (signs: readonly Sign[]): boolean =>
  !signs.some(({ id }) => id === 'application_habit' || id === 'repeated_shape') &&
  signs.some(({ id, weight }) => id !== 'neighbours_by_hand' && weight >= BY_HAND);
