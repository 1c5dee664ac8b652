import type { CommandLayer, ReadCommand } from '../../shell/command_reading';
import { joinPath } from './join_path';

type Placed = Pick<ReadCommand, 'program' | 'args' | 'operator' | 'layer' | 'isInSubshell'>;

/**
 * Where each command runs: where its process began, or where a `cd` before it went. A subshell goes by itself, and a text inside
 * another one begins where its carrier stands.
 */
export const toFolders = (
  commands: readonly Placed[],
  layers: readonly Pick<CommandLayer, 'from' | 'command'>[],
  start: string | undefined
): readonly (string | undefined)[] => {
  if (!commands.some(isChange)) return commands.map(() => start);
  const folders: (string | undefined)[] = [];
  const places = new Map<number, Place>();
  for (const command of commands) {
    const { from = -1, command: carrier = -1 } = layers[command.layer] ?? {};
    const place = places.get(command.layer) ?? {
      outside: carrier in folders ? folders[carrier] : (places.get(from)?.outside ?? start),
      inside: undefined,
    };
    const folder = (command.isInSubshell ? place.inside : undefined) ?? place.outside;
    folders.push(folder);
    const next = isChange(command) ? change(command, folder) : folder;
    places.set(
      command.layer,
      command.isInSubshell
        ? { outside: place.outside, inside: next }
        : { outside: next, inside: undefined }
    );
  }
  return folders;
};

interface Place {
  readonly outside: string | undefined;
  readonly inside: string | undefined;
}

/** `cd /tmp || cd /var/run`: the second one is for where there is no /tmp. */
const isChange = ({ program, operator }: Placed): boolean =>
  (program === 'cd' || program === 'pushd') && operator !== '||';

const change = ({ args }: Placed, folder: string | undefined): string | undefined => {
  const target = args.find((arg) => !/^-./.test(arg)) ?? '~';
  // Back to where nobody knows.
  return target === '-' ? undefined : joinPath(target, folder);
};
