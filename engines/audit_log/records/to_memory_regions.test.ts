import { expect, it } from 'vitest';
import { toMemoryRegions } from './to_memory_regions';

it('finds addresses near each other in one region', () => {
  expect(toMemoryRegions([0x55994ead8888, 0x55994ead8858, 0x55994ead8868])).toHaveLength(1);
  expect(toMemoryRegions([0x55994ead8888, 0x55995ead8858])).toHaveLength(2);
});

it('tells stacks apart by page', () => {
  expect(toMemoryRegions([0x7ffdbf7f5850, 0x7ffdbf7f6850])).toHaveLength(2);
  expect(toMemoryRegions([0x7ffdbf7f5850, 0x7ffdbf7f5050])).toHaveLength(1);
});

it('leaves out addresses that any program may have, and what is no address', () => {
  expect(toMemoryRegions([0, 8, 0x3195b050, Number.NaN])).toEqual([]);
});
