import type { MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

const ROOT = '/proc/sys';
/** No setting lies deeper, and none is longer. */
const MOST_LEVELS = 8;
const LONGEST_VALUE = 64 * 1024;

/** Paths below `/proc/sys`, without it. */
function* listControls(files: MachineFiles, below = '', level = 0): Iterable<string> {
  for (const name of files.list(`${ROOT}${below}`).sort()) {
    const path = `${below}/${name}`;
    const isDirectory = files.lstat(`${ROOT}${path}`)?.isDirectory() === true;
    if (!isDirectory) yield path.slice(1);
    else if (level < MOST_LEVELS) yield* listControls(files, path, level + 1);
  }
}

const readConfigured = (files: MachineFiles): ReadonlyMap<string, string> =>
  new Map(
    (files.readText('/etc/sysctl.conf') ?? '').split('\n').flatMap((line) => {
      const [, name, value] = /^\s*([\w./-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    })
  );

export const systemControlsTable: TableDefinition = {
  name: 'system_controls',
  description: 'Settings of the kernel, as sysctl names them.',
  columns: [
    {
      name: 'name',
      type: 'TEXT',
      description: 'Full name, such as net.ipv4.ip_forward',
      index: true,
    },
    { name: 'oid', type: 'TEXT', description: 'Empty on Linux', index: true },
    { name: 'subsystem', type: 'TEXT', description: 'First part of the name', index: true },
    { name: 'current_value', type: 'TEXT', description: 'What holds now' },
    { name: 'config_value', type: 'TEXT', description: 'What /etc/sysctl.conf says' },
    { name: 'type', type: 'TEXT', description: 'Always string on Linux' },
  ],
  *generate({ files }, scope) {
    const configured = readConfigured(files);
    // A name may hold slashes in the place of dots that belong to it, such as those of an interface.
    const wanted = scope.equals('name')?.map((name) => name.replaceAll('.', '/'));
    for (const path of wanted ?? listControls(files)) {
      const value = files.readText(`${ROOT}/${path}`, LONGEST_VALUE);
      if (value === undefined && wanted) continue;
      const name = path.replaceAll('/', '.');
      yield {
        name,
        oid: '',
        subsystem: name.split('.')[0],
        current_value: (value ?? '').trim(),
        config_value: configured.get(name) ?? '',
        type: 'string',
      };
    }
  },
};
