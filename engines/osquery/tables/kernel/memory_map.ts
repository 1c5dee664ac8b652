import type { TableDefinition } from '../../table';

const DIRECTORY = '/sys/firmware/memmap';

export const memoryMapTable: TableDefinition = {
  name: 'memory_map',
  description: 'How the firmware has divided the memory.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'What the region is for' },
    { name: 'start', type: 'TEXT', description: 'First address, hexadecimal' },
    { name: 'end', type: 'TEXT', description: 'Last address, hexadecimal' },
  ],
  *generate({ files }) {
    const regions = files.list(DIRECTORY).filter((name) => /^\d+$/.test(name));
    for (const region of regions.sort((one, other) => Number(one) - Number(other))) {
      const read = (name: string): string =>
        (files.readText(`${DIRECTORY}/${region}/${name}`) ?? '').trim();
      yield { name: read('type'), start: read('start'), end: read('end') };
    }
  },
};
