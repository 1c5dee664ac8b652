/**
 * Which files can a LIKE pattern on a path mean? As in Osquery `%` stays within one directory and `%%` goes
 * into all below, so that `/etc/%` does not read the whole tree. May list more than match: SQLite checks.
 */
import type { MachineFiles } from '../files/machine_files';

const isWild = (segment: string): boolean => /[%_]/.test(segment);

const toMatcher = (segment: string): RegExp =>
  new RegExp(
    `^${segment
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/%+/g, '.*')
      .replace(/_/g, '.')}$`,
    'is'
  );

/** Everything below a directory; symbolic links are listed but not followed, since they may lead round. */
function* walk(files: MachineFiles, directory: string): Generator<string> {
  for (const name of files.list(directory || '/').sort()) {
    const path = `${directory}/${name}`;
    yield path;
    if (files.lstat(path)?.isDirectory() === true) yield* walk(files, path);
  }
}

function* expand(
  files: MachineFiles,
  base: string,
  segments: readonly string[]
): Generator<string> {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    yield base;
  } else if (segment.includes('%%')) {
    yield* walk(files, base);
  } else if (isWild(segment)) {
    const matcher = toMatcher(segment);
    for (const name of files.list(base || '/').sort()) {
      if (matcher.test(name)) yield* expand(files, `${base}/${name}`, rest);
    }
  } else {
    yield* expand(files, `${base}/${segment}`, rest);
  }
}

/** Paths, lazily; none for a pattern that is not an absolute path. Literal paths are not checked for existence. */
export const expandPathPattern = (files: MachineFiles, pattern: string): Iterable<string> =>
  pattern.startsWith('/') ? expand(files, '', pattern.slice(1).split('/')) : [];
