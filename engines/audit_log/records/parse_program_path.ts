/** What the kernel writes behind the path of a program whose file was replaced or deleted while it runs. */
const DELETED = ' (deleted)';

/** The path of a program as the kernel gives it, and the mark that is no part of it. */
export const parseProgramPath = <Path extends string | undefined>(
  written: Path
): { readonly path: Path | string; readonly isDeleted: boolean } =>
  written?.endsWith(DELETED) === true
    ? { path: written.slice(0, -DELETED.length), isDeleted: true }
    : { path: written, isDeleted: false };
