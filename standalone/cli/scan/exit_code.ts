/** How the commands that scan files end; what is wrong on the command line, `runCommand` answers. */
export const EXIT = { ok: 0, queryMistake: 1, unreadable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
