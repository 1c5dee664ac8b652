import type { Option } from './option';

/** The options of a command by their names, without the two dashes. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** How a command is used. Its parser and its help are both made of this. */
export interface Usage<O extends OptionTable = OptionTable> {
  /** What it does, and ways to call it. */
  readonly about: string;
  readonly options: O;
  /** Stands for what may be given without an option, such as `FILE…`; left out where nothing may. */
  readonly rest?: string;
  /** What else there is to know. */
  readonly notes?: string;
  /** When it ends with which code. For wrong usage that is 2 everywhere. */
  readonly exits: Readonly<Record<number, string>>;
}

/** What a command line gives: the values of all options, and what stands there without one. */
export interface Given<O extends OptionTable> {
  readonly values: { readonly [N in keyof O]: O[N] extends Option<infer T> ? T : never };
  readonly rest: readonly string[];
}
