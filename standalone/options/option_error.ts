export type OptionProblem =
  | 'unreadable'
  | 'port'
  | 'locale'
  | 'keep'
  | 'keep_size'
  | 'two_inputs'
  | 'processes_alone'
  | 'no_home';

/** The command line can't be followed. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  readonly problem: OptionProblem;
  /** What was given. */
  readonly value: string;

  constructor(problem: OptionProblem, value: string) {
    super(`${problem}: ${value}`);
    this.problem = problem;
    this.value = value;
  }
}
