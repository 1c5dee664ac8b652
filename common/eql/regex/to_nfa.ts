import { determinize } from './dfa';
import { Nfa } from './nfa';
import type { RegexNode } from './regex_node';

/** Builds the machine of an expression; undefined when it would grow too large. */
export const toNfa = (node: RegexNode): Nfa | undefined => {
  const nfa = new Nfa();
  nfa.start = nfa.addState();
  nfa.end = nfa.addState();
  return build(node, nfa, nfa.start, nfa.end) && nfa.isUsable ? nfa : undefined;
};

/** Adds an expression between two states; false when it would grow too large. */
const build = (node: RegexNode, nfa: Nfa, from: number, to: number): boolean => {
  if (!nfa.isUsable) return false;
  switch (node.kind) {
    case 'set':
      for (const range of node.ranges) nfa.addArrow(from, range, to);
      return true;
    case 'concat':
      return buildConcat(node.items, nfa, from, to);
    case 'union':
      return node.items.every((item) => build(item, nfa, from, to));
    case 'repeat':
      return buildRepeat(node, nfa, from, to);
    case 'complement':
      return buildComplement(node.item, nfa, from, to);
    case 'intersection':
      // What all of them accept is what none of their complements accepts.
      return buildComplement(
        { kind: 'union', items: node.items.map((item) => ({ kind: 'complement', item })) },
        nfa,
        from,
        to
      );
  }
};

const buildConcat = (items: readonly RegexNode[], nfa: Nfa, from: number, to: number): boolean => {
  let at = from;
  for (const item of items) {
    const next = nfa.addState();
    if (!build(item, nfa, at, next)) return false;
    at = next;
  }
  nfa.addFree(at, to);
  return true;
};

const buildRepeat = (
  { item, least, most }: Extract<RegexNode, { kind: 'repeat' }>,
  nfa: Nfa,
  from: number,
  to: number
): boolean => {
  let at = nfa.addState();
  nfa.addFree(from, at);
  for (let count = 0; count < (most === Infinity ? least : most); count += 1) {
    if (count >= least) nfa.addFree(at, to);
    const next = nfa.addState();
    if (!build(item, nfa, at, next)) return false;
    at = next;
  }
  nfa.addFree(at, to);
  if (most !== Infinity) return true;
  const again = nfa.addState();
  nfa.addFree(again, at);
  return build(item, nfa, at, again);
};

/** A complement needs to know that no path accepts, so its item is made deterministic first. */
const buildComplement = (item: RegexNode, nfa: Nfa, from: number, to: number): boolean => {
  const inner = toNfa(item);
  const dfa = inner === undefined ? undefined : determinize(inner);
  if (dfa === undefined) return false;
  const states = dfa.map(() => nfa.addState());
  nfa.addFree(from, states[0] ?? to);
  for (const [index, { accepts, arrows }] of dfa.entries()) {
    const state = states[index] ?? to;
    if (!accepts) nfa.addFree(state, to);
    for (const arrow of arrows) nfa.addArrow(state, arrow, states[arrow.to] ?? to);
  }
  return nfa.isUsable;
};
