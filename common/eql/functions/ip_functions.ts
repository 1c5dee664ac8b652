import { parseCidr, parseIp } from '../values/ip_address';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';
import type { EqlFunction } from './eql_function';

/** Prepares asking whether an address lies in one of the blocks; what is no block holds no address. */
export const toBlockTest = (
  blocks: readonly (Scalar | undefined)[]
): ((text: string) => boolean) => {
  const ranges = blocks.flatMap((block) => {
    const range = typeof block === 'string' ? parseCidr(block) : undefined;
    return range === undefined ? [] : [range];
  });
  return (text) => {
    const address = parseIp(text);
    return (
      address !== undefined && ranges.some(({ first, last }) => address >= first && address <= last)
    );
  };
};

const cidrMatch: EqlFunction = {
  name: 'cidrMatch',
  parameters: [
    { name: 'source', type: 'ip' },
    { name: 'block', type: 'string', constant: true },
  ],
  isVariadic: true,
  result: 'boolean',
  prepare: ([, ...blocks]) => {
    const isInBlock = toBlockTest(blocks);
    return ([source = null]): Scalar => (source === null ? null : isInBlock(toScalarText(source)));
  },
};

export const ipFunctions: readonly EqlFunction[] = [cidrMatch];
