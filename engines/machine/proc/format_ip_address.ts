const GROUPS_OF_IPV6 = 8;

/** Bytes of one 32-bit word as `/proc/net` prints it: the machine's order, little-endian on all that Node runs on but s390x. */
const toWordBytes = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse();

/** The longest run of zero groups (two or more), which `::` stands for. */
const findZeroRun = (groups: readonly number[]): { start: number; length: number } => {
  let best = { start: -1, length: 1 };
  let start = -1;
  for (let index = 0; index <= groups.length; index += 1) {
    if (groups[index] === 0) {
      if (start < 0) start = index;
    } else {
      if (start >= 0 && index - start > best.length) best = { start, length: index - start };
      start = -1;
    }
  }
  return best;
};

const toIpv6 = (bytes: readonly number[]): string => {
  const groups = Array.from(
    { length: GROUPS_OF_IPV6 },
    (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0)
  );
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${bytes.slice(12).join('.')}`;
  }
  const run = findZeroRun(groups);
  const print = (part: readonly number[]): string =>
    part.map((group) => group.toString(16)).join(':');
  return run.start < 0
    ? print(groups)
    : `${print(groups.slice(0, run.start))}::${print(groups.slice(run.start + run.length))}`;
};

/** Address of a `/proc/net` socket list: 8 hex digits for IPv4, 32 for IPv6; empty for anything else. */
export const formatIpAddress = (hex: string): string => {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap(toWordBytes);
  if (hex.length === 8) return bytes.join('.');
  return hex.length === 32 ? toIpv6(bytes) : '';
};
