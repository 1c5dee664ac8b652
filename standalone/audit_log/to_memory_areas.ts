/** Regions in 4 GiB. What a process maps of one kind lies in one area or two beside each other; by chance, one in 85 others do. */
const AREA = 2 ** 16;
/** Programs and their heaps lie below it, libraries and what else is mapped above. */
const FIRST_LIBRARY_AREA = 0x7000;
const FIRST_STACK_REGION = 2 ** 34;

/** The wide stretches of memory that `regions` lie in; without stacks, which lie close together in all processes. */
export const toMemoryAreas = (regions: readonly number[]): number[] =>
  regions
    .filter((region) => region < FIRST_STACK_REGION)
    .map((region) => Math.floor(region / AREA));

export const isLibrary = (area: number): boolean => area >= FIRST_LIBRARY_AREA;
