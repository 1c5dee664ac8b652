import { toCidrTest } from '../values/ip_address';
import { toScalarText } from '../values/scalar';
import type { EqlFunction } from './eql_function';

/** Whether an address lies in one of the blocks. */
const cidrMatch: EqlFunction = {
  name: 'cidrMatch',
  parameters: [
    { name: 'source', type: 'ip' },
    { name: 'block', type: 'string', constant: true },
  ],
  isVariadic: true,
  result: 'boolean',
  evaluate: ([source = null, ...blocks]) => {
    if (source === null) return null;
    const address = toScalarText(source);
    return blocks.some(
      (block) => block !== null && toCidrTest(toScalarText(block))?.(address) === true
    );
  },
};

export const ipFunctions: readonly EqlFunction[] = [cidrMatch];
