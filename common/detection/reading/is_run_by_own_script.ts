import { isInterpreter } from './command_facts';
import { isPackagedPath, isUploadPath, isWritablePath } from './paths';
import type { SeenCommand } from './tree_reading';

/** A path written in full, with no hidden folder and no way back up in it. */
const FULL_PATH = /^(?:\/[\w@-][\w@.+-]*)+$/;
const OPTIONS_BEFORE_SCRIPT = /^-[uBqfw]+$/;

/**
 * `… | python3 /srv/app/read.py`: an application's script reads what comes through the pipe as data. Without a script, behind `-`
 * or `-s`, and with code of its own an interpreter may run it; so may a script that anybody can write, a device, a tool of the
 * system, and an interpreter that lies elsewhere or is told more by its surroundings (`BASH_ENV`).
 */
export const isRunByOwnScript = ({ program, path, args, assignments }: SeenCommand): boolean => {
  const script = args.find((arg) => !OPTIONS_BEFORE_SCRIPT.test(arg)) ?? '';
  return (
    isInterpreter(program) &&
    (!path.includes('/') || isPackagedPath(path)) &&
    assignments.length === 0 &&
    FULL_PATH.test(script) &&
    !/^\/(?:dev|proc)\//.test(script) &&
    !isWritablePath(script) &&
    !isUploadPath(script) &&
    !isPackagedPath(script)
  );
};
