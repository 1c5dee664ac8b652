import type { ReadStart, TreeReading } from '../reading/tree_reading';
import { toExcerpt } from '../reading/to_excerpt';
import { SIGN_RULES } from '../signs/sign_rules';
import type { Seen, SignRule } from '../signs/sign_rule';
import type { Sign } from './sign';
import type { SignId } from './sign_id';

/** Below this weight what an installed program does of its own accord is no sign: its author decided it, not a visitor. */
const CERTAIN = 88;
const LONGEST_LAYER = 8000;
/** Of what was seen so much is kept; the flyout shows the event for the rest. */
const LONGEST_WHAT = 200;

/** All signs of a tree, each once: where it weighs most. */
export const findSigns = (tree: TreeReading): Sign[] => {
  const heaviest = new Map<SignId, Sign>();
  for (const rule of SIGN_RULES) {
    const sign = findSign(rule, tree);
    if (sign && sign.weight > (heaviest.get(sign.id)?.weight ?? 0)) heaviest.set(sign.id, sign);
  }
  return [...heaviest.values()];
};

const findSign = (rule: SignRule, tree: TreeReading): Sign | undefined => {
  let heaviest: Sign | undefined;
  const consider = (seen: Seen | undefined, start: ReadStart): void => {
    if (seen === undefined || seen.weight <= (heaviest?.weight ?? 0)) return;
    if (start.place === 'program' && seen.weight < CERTAIN) return;
    heaviest = toSign(rule, seen, start);
  };
  if (rule.inCommand)
    for (const command of tree.commands) consider(rule.inCommand(command, tree), command.in);
  if (rule.inLayer) {
    for (const start of tree.starts) {
      // The first layer is the arguments themselves, which hold every other one.
      for (const layer of start.reading.layers.slice(1)) {
        const text = toExcerpt(layer.text, LONGEST_LAYER);
        consider(rule.inLayer({ ...layer, text }, start), start);
      }
    }
  }
  const seen = rule.inTree?.(tree);
  if (seen) consider(seen, seen.start);
  return heaviest;
};

const toSign = (
  { id, technique }: SignRule,
  { weight, what }: Seen,
  { start: { event } }: ReadStart
): Sign => ({
  id,
  technique,
  weight,
  params: { what: shorten(what) },
  eventId: event.id,
  eventIndex: event.index,
});

const shorten = (text: string): string => {
  const line = text
    .slice(0, 4 * LONGEST_WHAT)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= LONGEST_WHAT
    ? line
    : `${line.slice(0, LONGEST_WHAT - 1).replace(/\p{Cs}$/u, '')}…`;
};
