import type { ListOperator, RedirectionOperator } from '../command_reading';

/** A shell text as its grammar has it; nothing is expanded yet. */
export interface ShellList {
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly operator: ListOperator;
  readonly stages: readonly Stage[];
  readonly isInBackground: boolean;
}

export type Stage = SimpleStage | CompoundStage;

export interface SimpleStage {
  readonly kind: 'simple';
  readonly assignments: readonly WrittenAssignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly WrittenRedirection[];
}

export interface CompoundStage {
  readonly kind: 'compound';
  readonly isSubshell: boolean;
  /** Conditions and bodies in the order they are written. */
  readonly lists: readonly ShellList[];
  /** `for name in words`, `case words in`. */
  readonly variable: string | undefined;
  readonly words: readonly Word[];
  readonly redirections: readonly WrittenRedirection[];
}

export interface WrittenAssignment {
  readonly name: string;
  readonly isAppended: boolean;
  readonly value: Word;
}

export interface WrittenRedirection {
  readonly op: RedirectionOperator;
  readonly fd: number;
  readonly target: Word;
}

export type Word = readonly WordPart[];
export type Quoting = 'none' | 'single' | 'double' | 'escape' | 'ansi_c';
export type SubstitutionMark = '$(' | '`' | '<(' | '>(';

export type WordPart =
  | { readonly kind: 'literal'; readonly text: string; readonly quoting: Quoting }
  | {
      readonly kind: 'parameter';
      readonly name: string;
      /** What stands behind the name in braces: `:-default`, `//a/b`, `:0:1`. */
      readonly operation: string;
      readonly isQuoted: boolean;
    }
  | {
      readonly kind: 'substitution';
      readonly script: string;
      readonly mark: SubstitutionMark;
      readonly isQuoted: boolean;
    };
