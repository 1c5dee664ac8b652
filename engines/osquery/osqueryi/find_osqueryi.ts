import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** The first `osqueryi` on a search path such as `$PATH`; relative directories on it are not trusted. */
export const findOsqueryi = (searchPath: string): string | undefined =>
  searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((directory) => join(directory, 'osqueryi'))
    .find(isProgram);
