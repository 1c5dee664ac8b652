import { compareScalarOrder } from './compare_scalar_order';
import { parseCidr, parseIp, toIpText } from './ip_address';
import { toScalarText } from './scalar';
import type { Scalar } from './scalar';
import { toOrderTest } from './to_order_test';
import type { LeafTest, ValueType } from './value_type';

const toAddress = (leaf: unknown): bigint | undefined =>
  typeof leaf === 'string' ? parseIp(leaf) : undefined;

/** IPv4 and IPv6 addresses; `==` accepts a block such as `10.0.0.0/8` too. */
export const ipType: ValueType = {
  name: 'ip',
  toComparison: (operator, constant): LeafTest | undefined => {
    const text = toScalarText(constant);
    const block = operator === '==' ? parseCidr(text) : undefined;
    if (block !== undefined) {
      return (leaf) => {
        const address = toAddress(leaf);
        return address !== undefined && address >= block.first && address <= block.last;
      };
    }
    const wanted = parseIp(text);
    if (wanted === undefined) return undefined;
    const test = toOrderTest(operator);
    return (leaf) => {
      const address = toAddress(leaf);
      return address !== undefined && test(address < wanted ? -1 : address > wanted ? 1 : 0);
    };
  },
  toTextTest: (test) => (leaf) => {
    const address = toAddress(leaf);
    return address !== undefined && test(toIpText(address));
  },
  toScalar: (leaf): Scalar => {
    const address = toAddress(leaf);
    return address === undefined ? null : toIpText(address);
  },
  compare: (a, b) => compareScalarOrder(toAddress(a) ?? null, toAddress(b) ?? null),
};
