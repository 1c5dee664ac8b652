import type { TableDefinition } from '../../table';

export const kernelModulesTable: TableDefinition = {
  name: 'kernel_modules',
  description: 'Modules that are loaded into the kernel.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'Name of the module' },
    { name: 'size', type: 'BIGINT', description: 'Its size in bytes' },
    { name: 'used_by', type: 'TEXT', description: 'Modules that need it, - for none' },
    { name: 'status', type: 'TEXT', description: 'Live, Loading or Unloading' },
    { name: 'address', type: 'TEXT', description: 'Where it lies; zeros for all but root' },
  ],
  *generate({ files }) {
    for (const line of (files.readText('/proc/modules') ?? '').split('\n')) {
      const [name = '', size, , used_by, status, address] = line.split(' ');
      if (address === undefined) continue;
      yield { name, size: Number(size), used_by, status, address };
    }
  },
};
