import type { RegexNode } from './regex_node';

/**
 * `<n-m>`: decimal numbers from one to the other. Bounds of the same length fix the number of digits,
 * otherwise leading zeros are allowed, as in Lucene.
 */
export const toIntervalNode = (from: string, to: string): RegexNode => {
  const [low, high] = Number(from) <= Number(to) ? [from, to] : [to, from];
  if (low.length === high.length) return { kind: 'union', items: toFixed(low, high) };
  const [least, most] = [String(Number(low)), String(Number(high))];
  const items: RegexNode[] = [];
  for (let width = least.length; width <= most.length; width += 1) {
    const first = width === least.length ? least : '1'.padEnd(width, '0');
    const last = width === most.length ? most : '9'.repeat(width);
    items.push(...toFixed(first, last));
  }
  const zeros: RegexNode = { kind: 'repeat', item: toDigits('0', '0'), least: 0, most: Infinity };
  return { kind: 'concat', items: [zeros, { kind: 'union', items }] };
};

/** Numbers of one width from one to the other, as alternatives that share a leading text. */
const toFixed = (low: string, high: string): RegexNode[] => {
  const rest = low.length - 1;
  if (/^0*$/.test(low) && /^9*$/.test(high)) return [toAnyDigits(low.length)];
  const [lowDigit, highDigit] = [low.charAt(0), high.charAt(0)];
  if (lowDigit === highDigit) {
    return [toConcat(toDigits(lowDigit, lowDigit), toFixed(low.slice(1), high.slice(1)))];
  }
  const nodes = [
    toConcat(toDigits(lowDigit, lowDigit), toFixed(low.slice(1), '9'.repeat(rest))),
    toConcat(toDigits(highDigit, highDigit), toFixed('0'.repeat(rest), high.slice(1))),
  ];
  const [afterLow, beforeHigh] = [Number(lowDigit) + 1, Number(highDigit) - 1];
  if (afterLow > beforeHigh) return nodes;
  const between = toDigits(String(afterLow), String(beforeHigh));
  return [...nodes, toConcat(between, [toAnyDigits(rest)])];
};

const toAnyDigits = (width: number): RegexNode => ({
  kind: 'repeat',
  item: toDigits('0', '9'),
  least: width,
  most: width,
});

const toConcat = (head: RegexNode, tails: readonly RegexNode[]): RegexNode => ({
  kind: 'concat',
  items: [head, { kind: 'union', items: tails }],
});

const toDigits = (first: string, last: string): RegexNode => ({
  kind: 'set',
  ranges: [{ first: first.charCodeAt(0), last: last.charCodeAt(0) }],
});
