import { expandPathPattern, type MachineFiles } from '../../../machine';
import type { TableScope } from '../../table';

export interface WantedFile {
  readonly path: string;
  /** As the query writes it, or the part of the path before the last slash. */
  readonly directory: string;
  readonly filename: string;
}

const toWanted = (path: string): WantedFile => {
  const slash = path.lastIndexOf('/');
  return { path, directory: path.slice(0, slash) || '/', filename: path.slice(slash + 1) };
};

/** Each file must match all patterns, so any absolute one will do to find them: SQLite checks the rest. */
const expandOne = (
  files: MachineFiles,
  patterns: readonly string[] | undefined
): Iterable<string> | undefined =>
  patterns && expandPathPattern(files, patterns.find((one) => one.startsWith('/')) ?? '');

/**
 * Files whose `path` or `directory` a query fixes by `=`, `IN` or LIKE; they need not exist. Of several
 * conditions the one that reads least is followed.
 */
export function* listWantedFiles(files: MachineFiles, scope: TableScope): Generator<WantedFile> {
  const listed = scope.equals('directory');
  const paths = scope.equals('path') ?? (listed ? undefined : expandOne(files, scope.like('path')));
  if (paths) {
    for (const path of paths) if (path.startsWith('/')) yield toWanted(path);
    return;
  }
  for (const directory of listed ?? expandOne(files, scope.like('directory')) ?? []) {
    if (!directory.startsWith('/')) continue;
    for (const filename of files.list(directory).sort()) {
      yield { path: `${directory.replace(/\/+$/, '')}/${filename}`, directory, filename };
    }
  }
}
