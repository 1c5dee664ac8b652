import { z } from 'zod';
import { parseProgramPath } from '../records/parse_program_path';
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
 * @throws SyntaxError that says what is wrong, and in which entry
 */
export const parseProcessList = (json: string): RunningProcess[] =>
  parse(json).map((listed) => {
    const { path, isDeleted } = parseProgramPath(listed.exe ?? undefined);
    return {
      pid: listed.pid,
      parentPid: listed.ppid,
      executable: path,
      isDeleted,
      comm: listed.comm ?? undefined,
      args: listed.cmdline,
      workingDirectory: listed.cwd ?? undefined,
      user: {
        id: String(listed.uid),
        ...(typeof listed.user === 'string' && { name: listed.user }),
      },
      startedAt: Math.round(listed.started * 1000),
    };
  });

const parse = (json: string): z.infer<typeof schema> => {
  const { data, error } = schema.safeParse(JSON.parse(json));
  if (data) return data;
  const [issue] = error.issues;
  const [entry, ...fields] = issue?.path ?? [];
  const place =
    typeof entry === 'number' ? [`entry ${entry + 1}`, ...fields].join(', ') : 'the list';
  throw new SyntaxError(`${place}: ${issue?.message ?? ''}`);
};
