import type { Pipe } from '../ast';

/** `head n` or `tail n`. */
interface Cut {
  readonly from: 'head' | 'tail';
  readonly count: number;
}

/** Collects results and keeps no more of them than the pipes can let through. */
export interface ResultWindow<Result> {
  add(result: Result): void;
  /** Whether results that come in ascending order can be no more. */
  isFull(): boolean;
  /** In ascending order, pipes applied. */
  finish(): Result[];
}

/**
 * @param size most results; without pipes the last ones, else by the last pipe
 * @param compare order of the results
 */
export const createResultWindow = <Result>(
  pipes: readonly Pipe[],
  size: number | undefined,
  compare: (a: Result, b: Result) => number
): ResultWindow<Result> => {
  const cuts = toCuts(pipes, size ?? Infinity);
  const [first] = cuts;
  let results: Result[] = [];
  const cutFirst = (): void => {
    results = cut(results.sort(compare), first);
  };
  return {
    add: (result) => {
      results.push(result);
      // Sorting only when twice too many are there keeps the cost per result low.
      if (results.length > 2 * first.count + 1000) cutFirst();
    },
    isFull: () => first.from === 'head' && results.length >= first.count,
    finish: () => cuts.reduce(cut, results.sort(compare)),
  };
};

const toCuts = (pipes: readonly Pipe[], size: number): [Cut, ...Cut[]] => {
  const cuts = pipes.map(({ name, args: [count] }): Cut => {
    const digits = count?.kind === 'number' ? count.digits : '0';
    return { from: name === 'head' ? 'head' : 'tail', count: Number(digits) };
  });
  const last: Cut = { from: cuts.at(-1)?.from ?? 'tail', count: size };
  const [first, ...others] = cuts;
  return first === undefined ? [last] : [first, ...others, last];
};

const cut = <Result>(results: Result[], { from, count }: Cut): Result[] =>
  from === 'head' ? results.slice(0, count) : results.slice(Math.max(0, results.length - count));
