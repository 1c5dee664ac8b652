import { z } from 'zod';
import type { RunningProcess } from './running_process';

const schema = z.array(
  z.object({
    pid: z.number().int().positive(),
    ppid: z.number().int().nonnegative(),
    exe: z.string().nullish(),
    comm: z.string().nullish(),
    cmdline: z.array(z.string()).default([]),
    cwd: z.string().nullish(),
    uid: z.number().int().nonnegative(),
    user: z.string().nullish(),
    /** Seconds since 1970. */
    started: z.number(),
  })
);

/**
 * Reads the `processes.json` of a recording: what was running when its log began.
 * Throws a ZodError or SyntaxError naming what is wrong in it.
 */
export const parseProcessList = (json: string): RunningProcess[] =>
  schema.parse(JSON.parse(json)).map((listed) => ({
    pid: listed.pid,
    parentPid: listed.ppid,
    executable: listed.exe ?? undefined,
    comm: listed.comm ?? undefined,
    args: listed.cmdline,
    workingDirectory: listed.cwd ?? undefined,
    user: {
      id: String(listed.uid),
      ...(typeof listed.user === 'string' && { name: listed.user }),
    },
    startedAt: Math.round(listed.started * 1000),
  }));
