import { findNext } from '../../reading/pipes/find_next';
import { isCutOut } from '../../reading/pipes/is_cut_out';
import { isInShellScript } from '../../reading/is_in_shell_script';
import { isInOneLanguage } from '../../reading/is_in_one_language';
import { isSubstituted } from '../../reading/pipes/is_substituted';
import type { SeenCommand, TreeReading } from '../../reading/tree_reading';
import { isStatusPage } from '../../reading/is_status_page';
import type { SignId } from '../../grading/sign_id';
import { LOOKUPS, weighLookup } from './lookups';
import { seeIf } from '../sign_rule';
import type { SignRule } from '../sign_rule';

const LOOKUP_IDS = [
  ['identity_lookup', 'T1033'],
  ['system_lookup', 'T1082'],
  ['network_lookup', 'T1016'],
  ['process_lookup', 'T1057'],
  ['file_lookup', 'T1083'],
  ['software_lookup', 'T1518'],
  ['environment_lookup', 'T1082'],
] as const;

const toProgramsOf = (id: SignId): RegExp =>
  new RegExp(
    `^(?:${[...LOOKUPS].flatMap(([name, lookup]) => (lookup.id === id ? [name] : [])).join('|')})$`
  );

/** Looking around. What programs ask by habit weighs little; see `LOOKUPS`. */
export const LOOKUP_SIGNS: readonly SignRule[] = [
  ...LOOKUP_IDS.map(([id, technique]): SignRule => ({
    id,
    technique,
    programs: toProgramsOf(id),
    inCommand: (command) => {
      const weight = toLookupWeight(command, id);
      return seeIf(weight > 0, weight, command.text);
    },
  })),
  {
    id: 'container_check',
    technique: 'T1613',
    inCommand: ({ args, text }) =>
      seeIf(
        args.some((arg) =>
          /\/\.dockerenv$|^\/proc\/(?:1|self)\/(?:cgroup|sched|mountinfo)$|\/run\/\.containerenv$|\/var\/run\/docker\.sock$/.test(
            arg
          )
        ),
        84,
        text
      ),
  },
  {
    // One question may be a program's; a row of different ones is a person's.
    id: 'lookup_chain',
    technique: 'T1082',
    inTree: (tree) => {
      for (const start of tree.starts) {
        const asked = toQuestions(tree, (command) => command.in === start);
        if (asked.size >= 2)
          return {
            weight: toChainWeight(asked, OF_TWO, 76),
            what: [...asked.keys()].join(', '),
            start,
          };
        // To go somewhere first and then to ask is how one works at a prompt, and how web shells do that keep a folder; what is
        // counted or cut out there is a program's.
        const shown = toQuestions(tree, (command) => command.in === start && !isCutOut(command));
        const isPlaced = tree.commands.some(
          ({ program, in: own }) => own === start && program === 'cd'
        );
        if (shown.size === 1 && isPlaced)
          return { weight: OF_TWO, what: [...shown.keys()].join(''), start };
        // Harmless ones too, where one line has many of them: a recipe that is pasted.
        const all = toQuestions(
          tree,
          (command) => command.in === start && command.operator !== '&&' && !isCutOut(command),
          1
        );
        // Who one is belongs to no state of a machine.
        if (all.has('whoami') && all.size >= 2)
          return { weight: 55, what: [...all.keys()].join(', '), start };
        if (all.size >= 4) return { weight: 52, what: [...all.keys()].join(', '), start };
      }
      // A page of the machine's state asks many things at once, and was written so.
      if (isStatusPage(tree)) return undefined;
      const [first] = tree.starts;
      const asked = toQuestions(tree, ({ isStart }) => isStart);
      return first && asked.size >= 2
        ? { weight: toChainWeight(asked, 56, 74), what: [...asked.keys()].join(', '), start: first }
        : undefined;
    },
  },
];

/** From this weight on a lookup is a question of its own in a chain. */
const QUESTION = 34;
/** Grave with the lightest question beside it, and so light that a habit the host has shown for days still lowers it. */
const OF_TWO = 59;
/** From this weight on it is an alert alone. */
const ALONE = 47;
/** From this weight on it is no matter who reads the answer. */
const CERTAIN = 75;

/** One question of two places, `ls /srv/a; ls /srv/b`, is less than two questions. */
const toChainWeight = (asked: Questions, ofTwo: number, ofMore: number): number => {
  if (asked.size > 2) return ofMore;
  return new Set(asked.values()).size === 1 ? 52 : ofTwo;
};

/** What was asked without the paths and names it was asked of, by its whole text. */
type Questions = ReadonlyMap<string, string>;

const isNoPlace = (arg: string): boolean => !/[./]/.test(arg);

const toQuestions = (
  tree: TreeReading,
  isCounted: (command: SeenCommand) => boolean,
  least = QUESTION
): Questions =>
  new Map(
    tree.commands
      .filter(
        (command) =>
          isCounted(command) && LOOKUP_IDS.some(([id]) => toLookupWeight(command, id) >= least)
      )
      .map(({ text, program, args }) => [text, [program, ...args.filter(isNoPlace)].join(' ')])
  );

const toLookupWeight = (command: SeenCommand, id: (typeof LOOKUP_IDS)[number][0]): number => {
  if (LOOKUPS.get(command.program)?.id !== id || command.in.place === 'program') return 0;
  const weight = weighLookup(command);
  if (weight >= ALONE && isAskedOddly(command)) return Math.max(weight, 74);
  if (weight < CERTAIN && isInOneLanguage(command)) return Math.min(weight, QUESTION - 1);
  // What sudo lets an account ask, an administrator has named to a panel.
  // Who one is there only somebody asks who wonders.
  if (weight < 60 && command.wrappers.includes('sudo') && id !== 'identity_lookup')
    return Math.round(weight / 2);
  // What is cut out of an answer by the next command is read by a program, not by a person.
  // Whoever wrote the script may cut the answer out in it; who it runs as is asked by few of them.
  if (weight < 60 && isInShellScript(command) && /^(?:process|network|system)_lookup$/.test(id))
    return Math.round(weight * 0.85);
  // Pages about the system name what they ask by its whole path.
  if (id === 'system_lookup' && weight <= 50 && command.path.startsWith('/'))
    return Math.min(weight, 34);
  // So is one value that becomes a word of a text: `echo "$(hostname) ok"`.
  if (isCutOut(command) || (weight < 50 && isSubstituted(command)))
    return Math.round(weight * 0.55);
  // A tree of processes is drawn for eyes.
  return isHead(command) && weight < 70 ? Math.min(weight, 45) : weight;
};

/** Through a program that only starts it, in the background, or in pages: no page needs that of an answer. */
const isAskedOddly = (command: SeenCommand): boolean =>
  command.isInBackground ||
  command.wrappers.some((name) => /^(?:busybox|xargs|watch|nohup|setsid)$/.test(name)) ||
  (command.wrappers.includes('env') && command.assignments.length === 0) ||
  /^(?:less|more)$/.test(findNext(command)?.program ?? '');

/** The first lines of a long list, as a page shows them. */
const isHead = (command: SeenCommand): boolean =>
  /^(?:ps|top|last|netstat)$/.test(command.program) && findNext(command)?.program === 'head';
