import { rememberNames } from '../../shell';
import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { isStatusPage } from '../reading/is_status_page';
import { LOOKUPS } from '../signs/lookups/lookups';
import { GLUE, HABITS } from './habits';
import type { Sign } from './sign';

/** The order in which programs are asked for their version. */
const VERSION = /^(?:-{1,2}version|-[vV]{1,2}|version|--help|-h|-\?|--licen[cs]e)$/;

/** Forms in which an application's own programs are used by somebody else. */
const TAKES_HABIT_AWAY: ReadonlySet<string> = new Set([
  'injected_command',
  'web_shell_marker',
  'lookup_chain',
]);

/** What applications do by habit, and what nobody knows. */
export const findHabitSigns = (tree: TreeReading, found: readonly Sign[]): Sign[] => {
  // What a visitor added behind it takes an application's habit away.
  if (found.some(({ id }) => TAKES_HABIT_AWAY.has(id))) return [];
  const isStatus = isStatusPage(tree);
  const own = tree.commands.filter(({ in: { place } }) => place !== 'program');
  const kinds = new Set<string>();
  let unknown: SeenCommand | undefined;
  let first: SeenCommand | undefined;
  for (const command of own) {
    const kind = isStatus && LOOKUPS.has(command.program) ? 'status' : findHabit(command);
    if (kind !== undefined) {
      kinds.add(kind);
      first ??= command;
    } else if (!isGlue(command.program) && !isScriptOfServer(command)) unknown ??= command;
  }
  if (unknown !== undefined) {
    // A sign names it already; an unknown program by itself says only a little.
    return found.length > 0 ? [] : [toSign('unknown_command', unknown, 20, unknown.text)];
  }
  return first === undefined
    ? []
    : [toSign('application_habit', first, -55, [...kinds].join(', '))];
};

const findHabit = ({ program, args }: SeenCommand): string | undefined => {
  if (args.length === 1 && VERSION.test(args[0] ?? '')) return 'version';
  return findKind(program);
};

const findKind = rememberNames(
  (program) => HABITS.find(({ programs }) => programs.test(program))?.kind
);
const isGlue = rememberNames((program) => GLUE.test(program));

/** A CGI program is what the server is there to run. */
const isScriptOfServer = ({ isStart, in: { start, place } }: SeenCommand): boolean =>
  isStart &&
  place === 'typed' &&
  /\.(?:cgi|pl|py|sh|rb|php|fcgi|lua)$/.test(
    start.args.find((arg) => /\//.test(arg) && !/sh$/.test(arg)) ?? ''
  );

const toSign = (
  id: Sign['id'],
  { in: { start } }: SeenCommand,
  weight: number,
  what: string
): Sign => ({
  id,
  weight,
  technique: undefined,
  params: { what: what.slice(0, 200) },
  eventId: start.event.id,
  eventIndex: start.event.index,
});
