const NUMBER = /^(?:0x[0-9a-f]{1,8}|0[0-7]{1,11}|\d{1,10})$/i;

/**
 * A host as one would write it: addresses in one number or with parts in octal or hexadecimal (`2130706433`, `0x7f.1`)
 * reach the same place and hide it from a reader. Other names stay, in lower case.
 */
export const toPlainHost = (host: string): string => {
  const parts = host.split('.');
  if (parts.length > 4 || !parts.every((part) => NUMBER.test(part))) return host.toLowerCase();
  const numbers = parts.map(toNumber);
  const last = numbers.at(-1) ?? 0;
  const bytes = numbers.slice(0, -1);
  const missing = 4 - bytes.length;
  if (bytes.some((byte) => byte > 255) || last >= 256 ** missing) return host.toLowerCase();
  const rest = Array.from(
    { length: missing },
    (_, index) => Math.floor(last / 256 ** (missing - 1 - index)) % 256
  );
  return [...bytes, ...rest].join('.');
};

const toNumber = (part: string): number =>
  /^0[0-7]+$/.test(part) ? parseInt(part, 8) : Number(part);
