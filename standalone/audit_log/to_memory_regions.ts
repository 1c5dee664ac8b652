const REGION = 2 ** 16;
const PAGE = 2 ** 12;
/** Below it live programs of fixed address and 32-bit ones, which have too little chance in their addresses. */
const FIRST_RANDOM_ADDRESS = 2 ** 32;
/** Stacks of x86_64 lie above it, close enough together that only whole pages tell them apart. */
const FIRST_STACK_ADDRESS = 0x7ff0_0000_0000;
const END_OF_STACKS = 2 ** 47;

/** Numbers of the stretches of memory the addresses lie in, each once; without those that tell nothing. */
export const toMemoryRegions = (addresses: readonly number[]): number[] => {
  const regions: number[] = [];
  for (const address of addresses) {
    if (!(address >= FIRST_RANDOM_ADDRESS)) continue;
    const isStack = address >= FIRST_STACK_ADDRESS && address < END_OF_STACKS;
    // The ranges of the two kinds of numbers don't meet: stacks give at least 2^34, the others less than 2^32.
    const region = Math.floor(address / (isStack ? PAGE : REGION));
    if (!regions.includes(region)) regions.push(region);
  }
  return regions;
};
