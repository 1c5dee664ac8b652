import { rememberNames } from '../../shell';
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
  /** By the place of the rule. */
  const found: (Found | undefined)[] = [];
  const consider = (at: number, seen: Seen | undefined, start: ReadStart): void => {
    if (seen === undefined || seen.weight <= (found[at]?.seen.weight ?? 0)) return;
    if (start.place === 'program' && seen.weight < CERTAIN) return;
    found[at] = { seen, start };
  };
  for (const command of tree.commands) {
    for (const { at, inCommand } of toCommandRules(command.program))
      consider(at, inCommand(command, tree), command.in);
  }
  for (const start of tree.starts) {
    // The first layer is the arguments themselves, which hold every other one.
    for (const layer of start.reading.layers.slice(1)) {
      const excerpt = { ...layer, text: toExcerpt(layer.text, LONGEST_LAYER) };
      for (const { at, inLayer } of LAYER_RULES) consider(at, inLayer(excerpt, start), start);
    }
  }
  for (const { at, inTree } of TREE_RULES) {
    const seen = inTree(tree);
    if (seen) consider(at, seen, seen.start);
  }
  const heaviest = new Map<SignId, Sign>();
  for (const [at, rule] of SIGN_RULES.entries()) {
    const { seen, start } = found[at] ?? {};
    if (seen && start && seen.weight > (heaviest.get(rule.id)?.weight ?? 0))
      heaviest.set(rule.id, toSign(rule, seen, start));
  }
  return [...heaviest.values()];
};

interface Found {
  readonly seen: Seen;
  readonly start: ReadStart;
}

const COMMAND_RULES = SIGN_RULES.flatMap(({ programs, inCommand }, at) =>
  inCommand ? [{ at, programs, inCommand }] : []
);
const LAYER_RULES = SIGN_RULES.flatMap(({ inLayer }, at) => (inLayer ? [{ at, inLayer }] : []));
const TREE_RULES = SIGN_RULES.flatMap(({ inTree }, at) => (inTree ? [{ at, inTree }] : []));

/** The rules that are asked of a program's commands. */
const toCommandRules = rememberNames((program) =>
  COMMAND_RULES.filter(({ programs }) => programs?.test(program) !== false)
);

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
