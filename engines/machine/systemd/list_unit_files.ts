import type { MachineFiles } from '../files/machine_files';

export interface UnitFile {
  /** File name, e.g. `ssh.service`. */
  readonly id: string;
  readonly path: string;
  /** Where the file is a symbolic link. */
  readonly target: string | undefined;
}

/** In the order in which systemd looks: an earlier directory hides files of the same name in later ones. */
export const SYSTEM_UNIT_DIRECTORIES = [
  ...['/etc/systemd/system', '/run/systemd/system', '/run/systemd/generator'],
  ...['/usr/local/lib/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'],
];

const UNIT_NAME = /\.(?:service|socket|target|timer|path|mount|automount|swap|slice|scope|device)$/;

/** Unit files of the directories, each name once, sorted by name. */
export const listUnitFiles = (files: MachineFiles, directories: readonly string[]): UnitFile[] => {
  const units = new Map<string, UnitFile>();
  for (const directory of directories) {
    for (const id of files.list(directory)) {
      if (!UNIT_NAME.test(id) || units.has(id)) continue;
      const path = `${directory}/${id}`;
      units.set(id, { id, path, target: files.readLink(path) });
    }
  }
  return [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Names of the units that a `.wants` or `.requires` directory pulls in: those are enabled. */
export const listEnabledUnits = (
  files: MachineFiles,
  directories: readonly string[]
): ReadonlySet<string> =>
  new Set(
    directories.flatMap((directory) =>
      files
        .list(directory)
        .filter((name) => /\.(?:wants|requires)$/.test(name))
        .flatMap((name) => files.list(`${directory}/${name}`))
    )
  );
