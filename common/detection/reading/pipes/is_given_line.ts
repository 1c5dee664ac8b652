import { isInterpreter } from '../command_facts';
import type { SeenCommand } from '../tree_reading';

/** `… | while read id; do php import.php "$id"; done`: a line of the pipe is an argument of it, and is not run. */
export const isGivenLine = ({ program, args, pipeline, in: { reading } }: SeenCommand): boolean => {
  const names = reading.commands.flatMap((other) =>
    other.pipeline === pipeline && other.program === 'read'
      ? other.args.map((name) => `$${name}`)
      : []
  );
  const at = args.findIndex((arg) => names.includes(arg));
  return isInterpreter(program) ? at > 0 && !/^[-$]/.test(args[0] ?? '') : at >= 0;
};
