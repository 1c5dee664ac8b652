/** One command of somebody who should not be there. `{root}` and the like stand for places of a lab. */
export interface HandCommand {
  readonly technique: string;
  readonly mitre: string;
  /** Text for a shell. */
  readonly shell?: string;
  /** A program and its arguments, for ways in that start no shell. */
  readonly argv?: readonly string[];
}

/** The commands of one person, crew or tool, in the order in which they are given. */
export interface Hand {
  readonly name: string;
  readonly commands: readonly HandCommand[];
}

export const sh = (technique: string, mitre: string, shell: string): HandCommand => ({
  technique,
  mitre,
  shell,
});

export const exec = (technique: string, mitre: string, ...argv: string[]): HandCommand => ({
  technique,
  mitre,
  argv,
});
