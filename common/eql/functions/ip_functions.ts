import { parseCidr, parseIp } from '../values/ip_address';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';
import type { EqlFunction } from './eql_function';

/** Whether an address lies in one of the blocks. Blocks are constant, so they are read once per query. */
const cidrMatch: EqlFunction = {
  name: 'cidrMatch',
  parameters: [
    { name: 'source', type: 'ip' },
    { name: 'block', type: 'string', constant: true },
  ],
  isVariadic: true,
  result: 'boolean',
  prepare: ([, ...blocks]) => {
    const ranges = blocks.flatMap((block) => {
      const range = typeof block === 'string' ? parseCidr(block) : undefined;
      return range === undefined ? [] : [range];
    });
    return ([source = null]): Scalar => {
      if (source === null) return null;
      const address = parseIp(toScalarText(source));
      if (address === undefined) return false;
      return ranges.some(({ first, last }) => address >= first && address <= last);
    };
  },
};

export const ipFunctions: readonly EqlFunction[] = [cidrMatch];
