import type { Assignment } from '../command_reading';
import type { ShellField } from '../expand/expansion';
import { findOperand } from './find_operand';
import { toProgramName } from './to_program_name';
import { WRAPPERS } from './wrappers';

/** A command without the programs that only start it. */
export interface Unwrapped {
  readonly wrappers: readonly string[];
  /** What `env A=1` and `sudo A=1` set. */
  readonly assignments: readonly Assignment[];
  readonly fields: readonly ShellField[];
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=([^]*)$/;
/** `/lib64/ld-linux-x86-64.so.2 /bin/id` runs /bin/id. */
const LOADER = /^ld(?:-(?:linux|musl)[\w.-]*)?\.so(?:\.\d+)*$/;

/** Takes sudo, env, nohup, timeout, busybox … off; a wrapper without a program (`sudo -l`, `env`) is itself the program. */
export const unwrap = (fields: readonly ShellField[]): Unwrapped => {
  const wrappers: string[] = [];
  const assignments: Assignment[] = [];
  let rest = fields;
  for (;;) {
    const name = toProgramName(rest[0]?.text ?? '');
    const wrapper = LOADER.test(name) ? WRAPPERS['nohup'] : WRAPPERS[name];
    if (wrapper === undefined) break;
    let at = findOperand(rest, 1, wrapper.valued, wrapper.longValued);
    const own: Assignment[] = [];
    if (name === 'env' || name === 'sudo' || name === 'doas') {
      for (
        let found = toAssignment(rest[at]);
        found !== undefined;
        found = toAssignment(rest[at])
      ) {
        own.push(found);
        at++;
      }
    }
    at += wrapper.operands;
    if (at >= rest.length || isQuestion(name, rest[1])) break;
    wrappers.push(name);
    assignments.push(...own);
    rest = rest.slice(at);
  }
  return { wrappers, assignments, fields: rest };
};

/** `command -v git` asks and runs nothing. */
const isQuestion = (name: string, option: ShellField | undefined): boolean =>
  name === 'command' && /^-[vV]+$/.test(option?.text ?? '');

const toAssignment = (field: ShellField | undefined): Assignment | undefined => {
  const found = ASSIGNMENT.exec(field?.text ?? '');
  return found === null ? undefined : { name: found[1] ?? '', value: found[2] ?? '' };
};
