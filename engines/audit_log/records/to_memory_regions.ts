const REGION = 2 ** 16;
const PAGE = 2 ** 12;
/** Below it live programs of fixed address and 32-bit ones, which have too little chance in their addresses. */
const FIRST_RANDOM_ADDRESS = 2 ** 32;
/** Stacks of x86_64 lie above it, close enough together that only whole pages tell them apart. */
const FIRST_STACK_ADDRESS = 0x7ff0_0000_0000;
const END_OF_STACKS = 2 ** 47;

const FIRST_STACK_PAGE = FIRST_STACK_ADDRESS / PAGE;

/**
 * Numbers of the stretches of memory the addresses lie in, each once; without those that tell nothing. Those of stacks are
 * negative, so that all are small enough for maps to find them fast.
 */
export const toMemoryRegions = (addresses: readonly number[]): number[] => {
  const regions: number[] = [];
  for (const address of addresses) {
    if (!(address >= FIRST_RANDOM_ADDRESS)) continue;
    const isStack = address >= FIRST_STACK_ADDRESS && address < END_OF_STACKS;
    const region = isStack
      ? FIRST_STACK_PAGE - 1 - Math.floor(address / PAGE)
      : Math.floor(address / REGION);
    if (!regions.includes(region)) regions.push(region);
  }
  return regions;
};
