import type { ListOperator, Redirection } from '../command_reading';
import type { Expansion } from '../expand/expansion';
import type { SubstitutionMark } from '../parse/script';
import type { Reading } from './reading';

/** Where a command stands: what it has from the compound commands around it. */
export interface Surroundings {
  readonly layer: number;
  readonly operator: ListOperator;
  readonly pipeline: number;
  readonly stage: number;
  readonly isPipedFrom: boolean;
  readonly isPipedInto: boolean;
  readonly isInBackground: boolean;
  readonly isInSubshell: boolean;
  readonly redirections: readonly Redirection[];
}

/** The first command of a layer. */
export const toBeginning = (layer: number, isInSubshell: boolean): Surroundings => ({
  layer,
  operator: '',
  pipeline: 0,
  stage: 0,
  isPipedFrom: false,
  isPipedInto: false,
  isInBackground: false,
  isInSubshell,
  redirections: [],
});

/** What flows through a pipe, as far as it is known, and the layer that shows it if there is one. */
export interface Piped {
  readonly bytes: Uint8Array;
  readonly layer?: number;
}

/** A substitution found while a command's words were expanded. */
export interface FoundSubstitution {
  readonly script: string;
  readonly mark: SubstitutionMark;
}

/** One shell text being read. */
export interface ShellText {
  readonly reading: Reading;
  readonly expansion: Expansion;
  /** Substitutions since the last call. */
  readonly takeSubstitutions: () => readonly FoundSubstitution[];
}
