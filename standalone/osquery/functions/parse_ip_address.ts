import { isIP, isIPv4 } from 'node:net';

const GROUPS_OF_IPV6 = 8;

const toIpv4Bytes = (text: string): number[] => text.split('.').map(Number);

/** Groups of one side of `::`; an IPv4 tail counts as two. */
const toGroups = (text: string): number[] =>
  text === ''
    ? []
    : text.split(':').flatMap((group) => {
        if (!isIPv4(group)) return Number.parseInt(group, 16);
        const [a = 0, b = 0, c = 0, d = 0] = toIpv4Bytes(group);
        return [a * 256 + b, c * 256 + d];
      });

const toIpv6Bytes = (text: string): number[] => {
  const [head = '', tail = ''] = text.split('::');
  const [before, after] = [toGroups(head), toGroups(tail)];
  const zeros = Array.from({ length: GROUPS_OF_IPV6 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff]);
};

/** The 4 or 16 bytes of an address; undefined for what is none, and for one with a zone. */
export const parseIpAddress = (text: string): Buffer | undefined => {
  const version = text.includes('%') ? 0 : isIP(text);
  if (version === 0) return undefined;
  return Buffer.from(version === 4 ? toIpv4Bytes(text) : toIpv6Bytes(text));
};
