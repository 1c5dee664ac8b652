/** One option of a command. What it is called stands in the table of the command's options. */
export interface Option<T> {
  /** Stands in the help for what is to be given, such as FILE; undefined for a switch. */
  readonly value: string | undefined;
  /** What it does. */
  readonly about: string;
  /** What it takes, as it stands in `--port takes …, not 70000.` */
  readonly takes: string;
  readonly isRepeatable: boolean;
  /**
   * What the given texts mean; there are none where the option was not given.
   * @param refuse ends the reading: this text is not what the option takes
   */
  readonly read: (given: readonly string[], refuse: (text: string) => never) => T;
}
