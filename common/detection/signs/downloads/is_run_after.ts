import { isInterpreter, toAbsolute, toWrittenFiles } from '../../reading/command_facts';
import { isRunByOwnScript } from '../../reading/is_run_by_own_script';
import { isGivenLine } from '../../reading/pipes/is_given_line';
import { toPipeline } from '../../reading/pipes/to_pipeline';
import type { SeenCommand, TreeReading } from '../../reading/tree_reading';

/** What a command fetches is run: by what reads it, as a word of another command, or from a file. */
export const isRunAfter = (command: SeenCommand, tree: TreeReading): boolean =>
  isRunInPipe(toPipeline(command, tree).filter(({ stage }) => stage > command.stage)) ||
  isRunBySubstitution(command) ||
  isRunLater(command, tree);

const isRunInPipe = (after: readonly SeenCommand[]): boolean =>
  isRunByLine(after) ||
  after.some(
    (other) => isInterpreter(other.program) && !isRunByOwnScript(other) && !isGivenLine(other)
  );

/** `… | while read l; do $l; done`: each line is a command. */
const isRunByLine = (after: readonly SeenCommand[]): boolean => {
  const names = after.flatMap(({ program, args }) =>
    program === 'read' ? args.map((name) => `$${name}`) : []
  );
  return after.some(({ path }) => names.includes(path));
};

/**
 * `sh <(curl …)`, `bash -c "$(wget …)"`, `eval "$(echo "$(curl …)")"`, `$(curl …)` by itself or kept in a variable, `$SHELL -c "$(curl …)"`.
 */
const isRunBySubstitution = ({
  layer: at,
  in: start,
}: Pick<SeenCommand, 'layer' | 'in'>): boolean => {
  const { layers, commands } = start.reading;
  const layer = layers[at];
  if (layer?.kind !== 'substitution') return false;
  const carrier = commands[layer.command ?? -1];
  // `V=$(curl …); $V`: what could not be told stands where the variable stood, cut at blanks.
  if (carrier === undefined) {
    const [first = ''] = layer.text.trim().split(/\s/);
    return commands.some(
      ({ path }) => path.startsWith(`$(${first}`) || path.startsWith(`\`${first}`)
    );
  }
  if (isInterpreter(carrier.program)) return !isRunByOwnScript(carrier);
  // What only prints it hands it on to whoever asked for the print.
  return (
    /^[$`]/.test(carrier.path) ||
    (/^(?:echo|printf|cat)$/.test(carrier.program) &&
      isRunBySubstitution({ layer: carrier.layer, in: start }))
  );
};

/** The file that was fetched is a program or a script's operand later on. */
const isRunLater = (command: SeenCommand, tree: TreeReading): boolean => {
  const written = toWrittenFiles(command).map((path) => toAbsolute(path, command));
  const remote = command.args.map((arg) => /^\w+:\/\/[^/]+\/(?:.*\/)?([^/?#]+)/.exec(arg)?.[1]);
  const names = new Set([...written, ...remote.filter((name) => name !== undefined)].map(toName));
  for (const name of ['', 'null', 'stdout']) names.delete(name);
  return tree.commands.some((other) => {
    if (other === command) return false;
    if (names.has(toName(other.path)) && other.path.includes('/')) return true;
    if (other.program === 'chmod')
      return other.args.some(isRunnable) && other.args.some((arg) => names.has(toName(arg)));
    return (
      isInterpreter(other.program) &&
      other.args.slice(0, 3).some((arg) => !/\s/.test(arg) && names.has(toName(arg)))
    );
  });
};

/** A mode with which a file can be run: `+x`, `u=rwx`, `755`; not `600`, which a key needs. */
const isRunnable = (mode: string): boolean =>
  /^[ugoa]*[+=][rwst]*x|^[0-7]*[1357][0-7]*$/.test(mode);

const toName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
