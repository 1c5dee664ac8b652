/**
 * An address as a 128-bit number; IPv4 addresses lie at `::ffff:0:0/96`, so that both kinds compare.
 * @returns undefined when the text is no address
 */
export const parseIp = (text: string): bigint | undefined => {
  if (!text.includes(':')) {
    const address = parseIpv4(text);
    return address === undefined ? undefined : MAPPED + address;
  }
  return parseIpv6(text);
};

/** The first and last address of a block; bits behind the prefix are ignored, a single address is a block of one. */
export const parseCidr = (text: string): { first: bigint; last: bigint } | undefined => {
  const [, address = '', digits] = /^([^/]+)(?:\/([0-9]{1,3}))?$/.exec(text) ?? [];
  const bits = parseIp(address);
  const width = address.includes(':') ? 128 : 32;
  const prefix = Number(digits ?? width);
  if (bits === undefined || prefix > width) return undefined;
  const size = 1n << BigInt(width - prefix);
  const first = bits - (bits % size);
  return { first, last: first + size - 1n };
};

/** The shortest usual notation: dotted for IPv4, lower case with `::` for IPv6. */
export const toIpText = (address: bigint): string => {
  if (address >> 32n === MAPPED >> 32n) {
    return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
  }
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)
  );
  const zeros = [...`:${groups.join(':')}:`.matchAll(/(?<=:)(?:0:){2,}/g)];
  const longest = zeros.reduce((best, [run]) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups.join(':');
  const joined = `:${groups.join(':')}:`.replace(`:${longest}`, '::');
  return joined.replace(/^:(?!:)/, '').replace(/(?<!:):$/, '');
};

const MAPPED = 0xffff_0000_0000n;

const parseIpv4 = (text: string): bigint | undefined => {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0n;
  for (const part of parts) {
    if (!/^(?:0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    address = address * 256n + BigInt(part);
  }
  return address;
};

const parseIpv6 = (text: string): bigint | undefined => {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(toGroups);
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 8 ? toBits(head) : undefined;
  if (tail === undefined || head.length + tail.length > 7) return undefined;
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0);
  return toBits([...head, ...zeros, ...tail]);
};

/** 16-bit groups; a dotted IPv4 address at the end makes two. */
const toGroups = (text: string): number[] | undefined => {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const dotted = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (dotted !== undefined) groups.push(Number(dotted >> 16n), Number(dotted & 0xffffn));
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(parseInt(part, 16));
    else return undefined;
  }
  return groups;
};

const toBits = (groups: readonly number[]): bigint =>
  groups.reduce((bits, group) => bits * 65536n + BigInt(group), 0n);
