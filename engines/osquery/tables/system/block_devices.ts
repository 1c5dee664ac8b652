import type { MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

const DIRECTORY = '/sys/class/block';

/** What udev calls devices by, such as `/dev/disk/by-uuid`: name → value. */
const readNames = (files: MachineFiles, directory: string): ReadonlyMap<string, string> =>
  new Map(
    files.list(directory).flatMap((value) => {
      const device = files.readLink(`${directory}/${value}`)?.split('/').at(-1);
      return device === undefined ? [] : [[device, value]];
    })
  );

/** Types of the file systems that are mounted, by device. */
const readTypes = (files: MachineFiles): ReadonlyMap<string, string> =>
  new Map(
    (files.readText('/proc/self/mounts') ?? '').split('\n').flatMap((line) => {
      const [device = '', , type] = line.split(' ');
      return type !== undefined && device.startsWith('/dev/') ? [[device, type]] : [];
    })
  );

/** A partition lies in the directory of its disk. */
const findParent = (files: MachineFiles, name: string): string => {
  if (!files.exists(`${DIRECTORY}/${name}/partition`)) return '';
  const disk = files.readLink(`${DIRECTORY}/${name}`)?.split('/').at(-2);
  return disk === undefined ? '' : `/dev/${disk}`;
};

export const blockDevicesTable: TableDefinition = {
  name: 'block_devices',
  description: 'Disks and their partitions.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'Device file' },
    { name: 'parent', type: 'TEXT', description: 'Disk of a partition' },
    { name: 'vendor', type: 'TEXT', description: 'Who made the disk' },
    { name: 'model', type: 'TEXT', description: 'What it is called' },
    { name: 'size', type: 'BIGINT', description: 'Size in blocks of 512 bytes' },
    { name: 'block_size', type: 'INTEGER', description: 'Bytes of a block' },
    { name: 'uuid', type: 'TEXT', description: 'UUID of the file system' },
    { name: 'type', type: 'TEXT', description: 'Type of the file system, if it is mounted' },
    { name: 'label', type: 'TEXT', description: 'Label of the file system' },
  ],
  *generate({ files }) {
    const uuids = readNames(files, '/dev/disk/by-uuid');
    const labels = readNames(files, '/dev/disk/by-label');
    const types = readTypes(files);
    for (const name of files.list(DIRECTORY).sort()) {
      const read = (file: string): string =>
        (files.readText(`${DIRECTORY}/${name}/${file}`) ?? '').trim();
      const parent = findParent(files, name);
      const disk = parent === '' ? name : parent.slice('/dev/'.length);
      const blockSize = files.readText(`${DIRECTORY}/${disk}/queue/logical_block_size`) ?? '';
      yield {
        name: `/dev/${name}`,
        parent,
        vendor: read('device/vendor'),
        model: read('device/model'),
        size: Number(read('size')),
        block_size: Number(blockSize.trim()),
        uuid: uuids.get(name) ?? '',
        type: types.get(`/dev/${name}`) ?? '',
        label: labels.get(name) ?? '',
      };
    }
  },
};
