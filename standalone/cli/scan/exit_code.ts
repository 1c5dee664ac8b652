/** How the commands that scan files end. */
export const EXIT = { ok: 0, queryMistake: 1, usage: 2, unreadable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
