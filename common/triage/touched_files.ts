import { isServedCode, isWritablePath, toAbsolute, toFolders, toWrittenFiles } from '../detection';
import { readCommand } from '../shell';
import type { StoryProcess } from '../story/story';

/** What an alert's own commands did to files of the host; every path is absolute. */
export interface TouchedFiles {
  /** The intruder's own: nothing of the machine is missing once they are taken away. */
  readonly made: readonly string[];
  /** The machine's: to be looked at and mended, never to be taken away. */
  readonly changed: readonly string[];
}

type Touching = Pick<StoryProcess, 'args' | 'workingDirectory' | 'activities'>;

/**
 * Files that commands made and changed, by their own words and by recorded file events. What is only read, such as
 * `/etc/passwd`, is neither: the commands of a response are pasted by root.
 */
export const findTouchedFiles = (processes: readonly Touching[]): TouchedFiles => {
  const made: string[] = [];
  const changed: string[] = [];
  for (const { args, workingDirectory, activities } of processes) {
    const { commands, layers, indicators } = readCommand(args);
    const folders = toFolders(commands, layers, workingDirectory);
    for (const [at, command] of commands.entries()) {
      const written = toWrittenFiles(command);
      const appended = command.redirections.flatMap(({ op, target }) =>
        op.includes('>>') ? [target] : []
      );
      // `cp a b` makes b or b/a: a folder of the machine is not the intruder's for that.
      const mayBeFolder = (path: string): boolean =>
        !isServedCode(path) && written.some((other) => other.startsWith(`${path}/`));
      for (const path of written) {
        const isOthers = appended.includes(path) || mayBeFolder(path);
        (isOthers ? changed : made).push(toAbsolute(path, { folder: folders[at] }));
      }
    }
    made.push(
      ...indicators.flatMap(({ kind, value }) =>
        kind === 'path' && isBelowWritable(value) ? [value] : []
      )
    );
    for (const { kind, action, target } of activities) {
      if (kind !== 'file' || action === 'deletion') continue;
      (action === 'creation' ? made : changed).push(target);
    }
  }
  const paths = [...made, ...changed].map(withoutSlash).filter(isOnePlace);
  const isWorkedIn = (path: string): boolean =>
    processes.some(({ workingDirectory }) => `${workingDirectory ?? ''}/`.startsWith(`${path}/`));
  const own = new Set(made.map(withoutSlash).filter((path) => !isOfMachine(path)));
  const isOwn = (path: string): boolean =>
    (own.has(path) && !isWorkedIn(path)) || isBelowWritable(path);
  return {
    made: paths.filter(isOwn),
    changed: paths.filter((path) => !isOwn(path)),
  };
};

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');

/** `/tmp/../etc/passwd` is below /tmp only for who reads it in haste. */
const isOnePlace = (path: string): boolean =>
  path.startsWith('/') && !/\/\.{0,2}(?:\/|$)/.test(path);

/** Below a folder where any account may write, not that folder itself. */
const isBelowWritable = (path: string): boolean =>
  isWritablePath(path.slice(0, Math.max(0, withoutSlash(path).lastIndexOf('/'))));

/** Without these a machine does not run, nobody logs in, or the traces are gone. */
const isOfMachine = (path: string): boolean =>
  /^\/(?:[^/]+$|(?:etc|usr|s?bin|lib\w*|boot|root|proc|sys|dev(?!\/shm\/)|var\/(?:lib|log|spool\/cron))\/)/.test(
    path
  );
