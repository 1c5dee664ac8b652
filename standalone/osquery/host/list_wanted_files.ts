import type { QueryScope } from '../table';
import { expandPathPattern } from './expand_path_pattern';
import type { HostFiles } from './host_files';

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

function* expandFirst(
  files: HostFiles,
  patterns: readonly string[] | undefined
): Generator<string> {
  const [pattern] = patterns ?? [];
  if (pattern !== undefined) yield* expandPathPattern(files, pattern);
}

/** Files whose `path` or `directory` a query fixes by `=`, `IN` or LIKE; they need not exist. */
export function* listWantedFiles(files: HostFiles, scope: QueryScope): Generator<WantedFile> {
  const paths =
    scope.equals('path') ?? (scope.like('path') && expandFirst(files, scope.like('path')));
  if (paths) {
    for (const path of paths) if (path.startsWith('/')) yield toWanted(path);
    return;
  }
  const directories = scope.equals('directory') ?? expandFirst(files, scope.like('directory'));
  for (const directory of directories) {
    if (!directory.startsWith('/')) continue;
    for (const filename of files.list(directory).sort()) {
      yield { path: `${directory.replace(/\/+$/, '')}/${filename}`, directory, filename };
    }
  }
}
