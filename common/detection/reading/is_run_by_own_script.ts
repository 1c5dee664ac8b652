import { isInterpreter } from './command_facts';
import { isJsonCode } from './is_json_code';
import { isPackagedPath, isUploadPath, isWritablePath } from './paths';
import type { SeenCommand } from './tree_reading';

/** A path written in full, with no hidden folder and no way back up in it. */
const FULL_PATH = /^(?:\/[\w@-][\w@.+-]*)+$/;
const OPTIONS_BEFORE_SCRIPT = /^-[uBqfw]+$/;

/**
 * `… | python3 /srv/app/read.py`: an application's script reads what comes through the pipe as data, and so does code that only reads
 * JSON. Without a script, behind `-` or `-s`, and with other code of its own an interpreter may run it; so may a script that anybody can
 * write, a device, a tool of the system, and an interpreter that lies elsewhere or is told more by its surroundings (`BASH_ENV`).
 */
export const isRunByOwnScript = ({
  program,
  path,
  args,
  assignments,
}: Pick<SeenCommand, 'program' | 'path' | 'args' | 'assignments'>): boolean =>
  isInterpreter(program) &&
  (!path.includes('/') || isPackagedPath(path)) &&
  assignments.length === 0 &&
  (isOwnScript(args) || isReadAsJson(args));

const isOwnScript = (args: readonly string[]): boolean => {
  const script = args.find((arg) => !OPTIONS_BEFORE_SCRIPT.test(arg)) ?? '';
  return (
    FULL_PATH.test(script) &&
    !/^\/(?:dev|proc)\//.test(script) &&
    !isWritablePath(script) &&
    !isUploadPath(script) &&
    !isPackagedPath(script)
  );
};

/** `-m json.tool`, or code behind an option and nothing else. */
const isReadAsJson = ([option = '', text = '', ...others]: readonly string[]): boolean =>
  (option === '-m' && text === 'json.tool') ||
  (/^-(?:c|e|r|p)$/.test(option) && others.length === 0 && isJsonCode(text));
