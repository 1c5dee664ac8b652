import type { ShellField } from '../expand/expansion';
import { findOperand } from './find_operand';

const FIND_ACTIONS = new Set(['-exec', '-execdir', '-ok', '-okdir']);

/** Commands that stand as words among a program's arguments: `find … -exec id \;`, `docker exec web id`. */
export const findInnerCommands = (
  program: string,
  args: readonly ShellField[]
): readonly (readonly ShellField[])[] => {
  if (program === 'find') return findActions(args);
  if (program === 'docker' || program === 'podman') {
    if (args[0]?.text !== 'exec') return [];
    const container = findOperand(args, 1, 'uwe', ['--user', '--workdir', '--env']);
    return toCommands(args.slice(container + 1));
  }
  if (program === 'kubectl' || program === 'runuser' || program === 'su') {
    const end = args.findIndex(({ text }) => text === '--');
    return end === -1 || program === 'su' ? [] : toCommands(args.slice(end + 1));
  }
  return [];
};

const toCommands = (fields: readonly ShellField[]): readonly (readonly ShellField[])[] =>
  fields.length > 0 ? [fields] : [];

const findActions = (args: readonly ShellField[]): readonly (readonly ShellField[])[] => {
  const commands: ShellField[][] = [];
  let command: ShellField[] | undefined;
  for (const field of args) {
    if (command === undefined) {
      if (FIND_ACTIONS.has(field.text)) commands.push((command = []));
    } else if (field.text === ';' || field.text === '+') command = undefined;
    else command.push(field);
  }
  return commands.filter((fields) => fields.length > 0);
};
