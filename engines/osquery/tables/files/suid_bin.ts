import { readPasswd, type MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

/** Where Osquery looks. */
const DIRECTORIES = [
  ...['/bin', '/sbin', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/tmp'],
];
const SETUID = 0o4000n;
const SETGID = 0o2000n;
const MOST_LEVELS = 16;

interface FoundFile {
  readonly path: string;
  readonly stat: NonNullable<ReturnType<MachineFiles['lstat']>>;
}

/** Files below a directory; links are not followed, so that none comes twice. */
function* listFiles(files: MachineFiles, directory: string, level = 0): Iterable<FoundFile> {
  for (const name of files.list(directory).sort()) {
    const path = `${directory}/${name}`;
    const stat = files.lstat(path);
    if (stat?.isFile() === true) yield { path, stat };
    else if (stat?.isDirectory() === true && level < MOST_LEVELS) {
      yield* listFiles(files, path, level + 1);
    }
  }
}

const readGroups = (files: MachineFiles): ReadonlyMap<string, string> =>
  new Map(
    (files.readText('/etc/group') ?? '').split('\n').flatMap((line) => {
      const [name = '', , gid] = line.split(':');
      return gid === undefined ? [] : [[gid, name]];
    })
  );

export const suidBinTable: TableDefinition = {
  name: 'suid_bin',
  description: 'Programs that run with the rights of their owner or group.',
  columns: [
    { name: 'path', type: 'TEXT', description: 'Program file' },
    { name: 'username', type: 'TEXT', description: 'Its owner' },
    { name: 'groupname', type: 'TEXT', description: 'Its group' },
    { name: 'permissions', type: 'TEXT', description: 'S for setuid, G for setgid' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    const users = new Map(readPasswd(files).map(({ uid, username }) => [String(uid), username]));
    const groups = readGroups(files);
    for (const directory of DIRECTORIES) {
      // On most systems /bin is a link to /usr/bin, whose files come anyway.
      if (files.lstat(directory)?.isDirectory() !== true) continue;
      for (const { path, stat } of listFiles(files, directory)) {
        if ((stat.mode & (SETUID | SETGID)) === 0n) continue;
        const isSetuid = (stat.mode & SETUID) !== 0n;
        const isSetgid = (stat.mode & SETGID) !== 0n;
        yield {
          path,
          username: users.get(String(stat.uid)) ?? '',
          groupname: groups.get(String(stat.gid)) ?? '',
          permissions: `${isSetuid ? 'S' : ''}${isSetgid ? 'G' : ''}`,
          pid_with_namespace: 0,
        };
      }
    }
  },
};
