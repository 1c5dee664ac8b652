import type { Hand, HandCommand } from './hands/hand';
import type { Job, Places } from './lab';

/** A way to run a command through a lab's servers: for text for a shell, or for a program with its arguments. */
export type Vector =
  | { readonly how: string; readonly toCurl: (shell: string) => readonly string[] }
  | { readonly how: string; readonly toCurlOfArgv: (argv: readonly string[]) => readonly string[] };

/** Gives each command of the hands to one of the vectors that can take it, in turn. */
export const toAttacks = (
  hands: readonly Hand[],
  vectors: readonly Vector[],
  places: Places
): Job[] => {
  let turn = 0;
  return hands.flatMap(({ name, commands }) =>
    commands.flatMap((command): Job[] => {
      const fitting = vectors.filter((vector) => fits(vector, command));
      const vector = fitting[turn++ % fitting.length];
      if (!vector) return [];
      const { technique, mitre } = command;
      const argv = command.argv?.map((argument) => fill(argument, places));
      const shell = fill(command.shell ?? '', places);
      const curl = 'toCurl' in vector ? vector.toCurl(shell) : vector.toCurlOfArgv(argv ?? []);
      return [
        {
          kind: 'attack',
          technique,
          mitre,
          hand: name,
          command: argv ? argv.map(quote).join(' ') : shell,
          how: vector.how,
          act: { kind: 'http', curl },
        },
      ];
    })
  );
};

const fits = (vector: Vector, { shell, argv }: HandCommand): boolean =>
  'toCurl' in vector ? shell !== undefined : argv !== undefined;

const fill = (text: string, places: Places): string =>
  Object.entries(places).reduce(
    (filled, [name, place]) => filled.replaceAll(`{${name}}`, String(place)),
    text
  );

/** As a shell would need it, so that a label's command can be read and pasted. */
const quote = (argument: string): string =>
  /^[\w./:=@+,-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
