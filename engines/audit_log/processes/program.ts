/** The program a process runs, in the fields of ECS. A fork shares its parent's. */
export interface Program {
  readonly executable?: string;
  readonly name?: string;
  readonly args: readonly string[];
  readonly args_count: number;
  readonly command_line: string;
  readonly working_directory?: string;
  /** Absent where nothing tells whether a terminal is attached. */
  readonly interactive?: boolean;
  /** Its file was replaced or deleted while it runs. */
  readonly isDeleted?: boolean;
}

/** `comm` stands in for a name where the path is unknown. */
export const toProgram = (found: {
  readonly executable: string | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly comm?: string | undefined;
  readonly args: readonly string[];
  readonly workingDirectory?: string | undefined;
  readonly interactive?: boolean;
}): Program => {
  const { executable, args, workingDirectory, interactive } = found;
  const name = executable === undefined ? (found.comm ?? args[0]) : toName(executable);
  // Assigned one by one: with conditional spreads this was the most expensive step from line to event.
  const program: { -readonly [Field in keyof Program]: Program[Field] } = {
    args,
    args_count: args.length,
    command_line: args.join(' '),
  };
  if (executable !== undefined) program.executable = executable;
  if (name !== undefined) program.name = name;
  if (workingDirectory !== undefined) program.working_directory = workingDirectory;
  if (interactive !== undefined) program.interactive = interactive;
  if (found.isDeleted === true) program.isDeleted = true;
  return program;
};

const toName = (executable: string): string => executable.slice(executable.lastIndexOf('/') + 1);
