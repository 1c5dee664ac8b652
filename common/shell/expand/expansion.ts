import type { Trick } from '../command_reading';
import type { SubstitutionMark } from '../parse/script';
import type { Budget } from '../reading/budget';

/** What words are expanded with: the values known so far, and what is done about substitutions. */
export interface Expansion {
  readonly variables: Map<string, string>;
  readonly budget: Budget;
  /** Words one word may become. */
  readonly maxWords: number;
  /** What a command writes, where that can be told without running it. */
  readonly evaluate: (script: string) => string | undefined;
  /** Called for each substitution, so that its commands are read too. */
  readonly found: (script: string, mark: SubstitutionMark) => void;
}

/** One word as a program gets it. */
export interface ShellField {
  readonly text: string;
  readonly isGlob: boolean;
  readonly tricks: readonly Trick[];
}
