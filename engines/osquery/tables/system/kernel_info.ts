import type { TableDefinition } from '../../table';

export const kernelInfoTable: TableDefinition = {
  name: 'kernel_info',
  description: 'The kernel and how it was started.',
  columns: [
    {
      ...{ name: 'version', type: 'TEXT', collate: 'version' },
      description: 'Release of the kernel',
    },
    { name: 'arguments', type: 'TEXT', description: 'Its command line without path and device' },
    { name: 'path', type: 'TEXT', description: 'Kernel file, from BOOT_IMAGE=' },
    { name: 'device', type: 'TEXT', description: 'Root device, from root=' },
  ],
  *generate({ files }) {
    const words = (files.readText('/proc/cmdline') ?? '').split(/\s+/).filter(Boolean);
    const isPath = (word: string): boolean => word.startsWith('BOOT_IMAGE=');
    const isDevice = (word: string): boolean => word.startsWith('root=');
    const signature = /^\S+ version (\S+)/.exec(files.readText('/proc/version') ?? '');
    yield {
      version: signature?.[1] ?? '',
      arguments: words.filter((word) => !isPath(word) && !isDevice(word)).join(' '),
      path: words.filter(isPath).at(-1)?.slice('BOOT_IMAGE='.length) ?? '',
      device: words.filter(isDevice).at(-1)?.slice('root='.length) ?? '',
    };
  },
};
