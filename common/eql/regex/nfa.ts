import type { CodeRange } from './regex_node';

/** How large the expressions of a query may be together, in states and steps; what is larger is refused. */
export const MOST_PARTS = 80_000;

interface Arrow extends CodeRange {
  readonly to: number;
}

/** A machine of states: free steps and steps that take one character. */
export class Nfa {
  private readonly free: number[][] = [];
  private readonly arrows: Arrow[][] = [];
  private readonly seenIn: number[] = [];
  private parts = 0;
  private round = 0;
  start = 0;
  end = 0;

  /** False once the machine has grown too large; then it must not be used. */
  get isUsable(): boolean {
    return this.parts <= MOST_PARTS;
  }

  /** In states and steps. */
  get size(): number {
    return this.parts;
  }

  addState(): number {
    if (this.grow()) {
      this.free.push([]);
      this.arrows.push([]);
      this.seenIn.push(0);
    }
    return this.free.length - 1;
  }

  addFree(from: number, to: number): void {
    if (this.grow()) this.free[from]?.push(to);
  }

  addArrow(from: number, range: CodeRange, to: number): void {
    if (this.grow()) this.arrows[from]?.push({ first: range.first, last: range.last, to });
  }

  private grow(): boolean {
    this.parts += 1;
    return this.isUsable;
  }

  countArrows(state: number): number {
    return this.arrows[state]?.length ?? 0;
  }

  /** All states that free steps lead to from these, these included, without mere crossings; in no order. */
  close(states: readonly number[]): number[] {
    const closed: number[] = [];
    const open: number[] = [];
    const round = this.nextRound();
    for (const state of states) this.visit(state, round, open, closed);
    this.follow(round, open, closed);
    return closed;
  }

  /** Where one character leads from these states, free steps included. */
  step(states: readonly number[], codePoint: number): number[] {
    const closed: number[] = [];
    const open: number[] = [];
    const round = this.nextRound();
    for (const state of states) {
      for (const { first, last, to } of this.arrows[state] ?? []) {
        if (codePoint >= first && codePoint <= last) this.visit(to, round, open, closed);
      }
    }
    this.follow(round, open, closed);
    return closed;
  }

  private follow(round: number, open: number[], closed: number[]): void {
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      for (const next of this.free[state] ?? []) this.visit(next, round, open, closed);
    }
  }

  private visit(state: number, round: number, open: number[], closed: number[]): void {
    if (this.seenIn[state] === round) return;
    this.seenIn[state] = round;
    open.push(state);
    if (state === this.end || this.countArrows(state) > 0) closed.push(state);
  }

  /** Marks of earlier rounds count for nothing, so they need not be wiped. */
  private nextRound(): number {
    this.round += 1;
    return this.round;
  }

  /** The code points at which some arrow begins or has just ended: between two of them all act alike. */
  toBoundaries(): number[] {
    const boundaries = new Set([0]);
    for (const arrows of this.arrows) {
      for (const { first, last } of arrows) boundaries.add(first).add(last + 1);
    }
    return [...boundaries].sort((a, b) => a - b);
  }
}
