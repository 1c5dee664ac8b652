import { expect, it } from 'vitest';
import { isLibrary, toMemoryAreas } from './to_memory_areas';
import { toMemoryRegions } from '../records/to_memory_regions';

const read = (addresses: number[]): number[] => toMemoryAreas(toMemoryRegions(addresses));

it('finds what one process maps in one area', () => {
  expect(new Set(read([0x56394e7c7190, 0x56394f7c7190])).size).toBe(1);
  expect(new Set(read([0x56394e7c7190, 0x557d61827ac0])).size).toBe(2);
});

it('leaves out stacks', () => {
  expect(read([0x7ffdbf7f5850])).toEqual([]);
});

it('tells libraries from programs', () => {
  expect(read([0x7fc344cc2031, 0x55870ede3850]).map(isLibrary)).toEqual([true, false]);
});
