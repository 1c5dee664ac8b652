import { type MachineFiles, parseKeyValues } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

const DMI = '/sys/class/dmi/id';
const BYTES_PER_KIB = 1024;

const readLine = (files: MachineFiles, path: string): string => (files.readText(path) ?? '').trim();

/** The id of the board, which only root may read; else that of the installation in the same form. */
const readUuid = (files: MachineFiles): string => {
  const board = readLine(files, `${DMI}/product_uuid`);
  const installation = readLine(files, '/etc/machine-id');
  return board || installation.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const readCpu = (files: MachineFiles): TableRow => {
  const blocks = (files.readText('/proc/cpuinfo') ?? '')
    .split('\n\n')
    .map(parseKeyValues)
    .filter((cpu) => cpu.has('processor'));
  const first = blocks[0];
  const logical = blocks.length;
  const siblings = Number(first?.get('siblings') ?? 0);
  const cores = new Set(
    blocks.map(
      (cpu) => `${cpu.get('physical id') ?? ''}/${cpu.get('core id') ?? cpu.get('processor')}`
    )
  );
  return {
    cpu_subtype: first?.get('model') ?? '0',
    cpu_brand: first?.get('model name') ?? '',
    cpu_physical_cores: cores.size,
    cpu_logical_cores: logical > 0 ? logical : -1,
    cpu_sockets: siblings > 0 ? Math.max(1, Math.floor(logical / siblings)) : -1,
    cpu_microcode: first?.get('microcode') ?? '',
  };
};

const readHardware = (files: MachineFiles): TableRow => {
  const read = (name: string): string => readLine(files, `${DMI}/${name}`);
  const vendor = read('sys_vendor');
  const [model, version] = [read('product_name'), read('product_version')];
  // Lenovo has them the other way round.
  const isSwapped = vendor.toLowerCase() === 'lenovo';
  return {
    hardware_vendor: vendor,
    hardware_model: isSwapped ? version : model,
    hardware_version: isSwapped ? model : version,
    hardware_serial: read('product_serial'),
    board_vendor: read('board_vendor'),
    board_model: read('board_name'),
    board_version: read('board_version'),
    board_serial: read('board_serial'),
  };
};

const readMemory = (files: MachineFiles): number => {
  const memory = parseKeyValues(files.readText('/proc/meminfo') ?? '').get('MemTotal');
  return memory === undefined ? -1 : Number.parseInt(memory, 10) * BYTES_PER_KIB;
};

export const systemInfoTable: TableDefinition = {
  name: 'system_info',
  description: 'Names and hardware of the machine.',
  columns: [
    { name: 'hostname', type: 'TEXT', description: 'Host name' },
    {
      name: 'uuid',
      type: 'TEXT',
      description: 'Id of the board, else of the installation',
      collate: 'nocase',
    },
    { name: 'cpu_type', type: 'TEXT', description: 'Machine type' },
    { name: 'cpu_subtype', type: 'TEXT', description: 'Model number of the CPU' },
    { name: 'cpu_brand', type: 'TEXT', description: 'Model name of the CPU' },
    { name: 'cpu_physical_cores', type: 'INTEGER', description: 'Cores' },
    { name: 'cpu_logical_cores', type: 'INTEGER', description: 'Threads of all cores' },
    { name: 'cpu_sockets', type: 'INTEGER', description: 'CPU sockets, -1 if unknown' },
    { name: 'cpu_microcode', type: 'TEXT', description: 'Version of the microcode' },
    { name: 'physical_memory', type: 'BIGINT', description: 'Memory in bytes' },
    { name: 'hardware_vendor', type: 'TEXT', description: 'Vendor of the machine' },
    { name: 'hardware_model', type: 'TEXT', description: 'Model of the machine' },
    { name: 'hardware_version', type: 'TEXT', description: 'Version of the machine' },
    { name: 'hardware_serial', type: 'TEXT', description: 'Serial number of the machine' },
    { name: 'board_vendor', type: 'TEXT', description: 'Vendor of the board' },
    { name: 'board_model', type: 'TEXT', description: 'Model of the board' },
    { name: 'board_version', type: 'TEXT', description: 'Version of the board' },
    { name: 'board_serial', type: 'TEXT', description: 'Serial number of the board' },
    { name: 'computer_name', type: 'TEXT', description: 'Host name' },
    { name: 'local_hostname', type: 'TEXT', description: 'Host name' },
  ],
  *generate({ files, machine }) {
    const hostname =
      readLine(files, '/proc/sys/kernel/hostname') || readLine(files, '/etc/hostname');
    yield {
      ...{ hostname, computer_name: hostname, local_hostname: hostname },
      uuid: readUuid(files),
      cpu_type: machine,
      ...readCpu(files),
      physical_memory: readMemory(files),
      ...readHardware(files),
    };
  },
};
