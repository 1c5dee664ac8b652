/** A path as seen from a folder, where that is known. */
export const joinPath = (path: string, folder: string | undefined): string =>
  folder === undefined || /^[/~$]/.test(path)
    ? path
    : `${folder.replace(/\/$/, '')}/${path.replace(/^(?:\.\/)+/, '')}`;
