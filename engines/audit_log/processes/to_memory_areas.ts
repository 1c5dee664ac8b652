/** Regions in 4 GiB. What a process maps of one kind lies in one area or two beside each other; by chance, one in 85 others do. */
const AREA = 2 ** 16;
/** Programs and their heaps lie below it, libraries and what else is mapped above. */
const FIRST_LIBRARY_AREA = 0x7000;

/** The wide stretches of memory that `regions` lie in; without stacks, which lie close together in all processes. */
export const toMemoryAreas = (regions: readonly number[]): number[] =>
  regions.filter((region) => !isStack(region)).map((region) => Math.floor(region / AREA));

const isStack = (region: number): boolean => region < 0;

export const isLibrary = (area: number): boolean => area >= FIRST_LIBRARY_AREA;
