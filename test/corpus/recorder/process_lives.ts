import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { z } from 'zod';
import type { ListedProcess } from '../listed_process';

/** One process from its fork, or from the start of the recording, to its exit. Times in seconds since 1970. */
export interface Life {
  readonly pid: number;
  /** The one that forked it; undefined for what ran before and was started by something outside of the lab. */
  readonly parent: Life | undefined;
  readonly start: number;
  end: number;
  /** When it ran a program since the recording began: one for each exec that succeeded. */
  readonly execTimes: number[];
  readonly listed: ListedProcess | undefined;
}

/** The lab's processes as the kernel tells of them, live. */
export interface ProcessLives {
  /** Begins to follow these and whatever they start. */
  readonly follow: (processes: readonly ListedProcess[]) => void;
  /** Lives that a request started and that haven't ended: programs and what they forked, not the servers' own workers. */
  readonly listBusy: () => Life[];
  readonly listForked: () => Life[];
  /** The life that had this pid at a moment of the audit log. */
  readonly find: (pid: number, time: number) => Life | undefined;
  readonly stop: () => void;
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('lost'), reason: z.string() }),
  z.object({ kind: z.literal('fork'), time: z.number(), ppid: z.number(), pid: z.number() }),
  z.object({ kind: z.literal('exec'), time: z.number(), pid: z.number() }),
  z.object({ kind: z.literal('exit'), time: z.number(), pid: z.number() }),
]);

/** The audit log's clock ticks every 4 ms only, so its times are up to a tick behind. */
const TICK = 0.01;

export const watchProcessLives = async (): Promise<ProcessLives> => {
  const watcher = spawn(
    '/usr/bin/python3',
    [new URL('sandbox/fork_watch.py', import.meta.url).pathname],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  const lines = createInterface(watcher.stdout);
  const living = new Map<number, Life>();
  const lives = new Map<number, Life[]>();
  const add = (life: Life): void => {
    living.set(life.pid, life);
    lives.set(life.pid, [...(lives.get(life.pid) ?? []), life]);
  };
  lines.on('line', (line) => {
    const message = messageSchema.parse(JSON.parse(line));
    if (message.kind === 'ready') return;
    if (message.kind === 'lost') throw new Error(`forks were lost: ${message.reason}`);
    const { kind, time } = message;
    if (kind === 'fork') {
      const parent = living.get(message.ppid);
      if (!parent) return;
      const { pid } = message;
      add({ pid, parent, start: time, end: Infinity, execTimes: [], listed: undefined });
      return;
    }
    const life = living.get(message.pid);
    if (!life) return;
    if (kind === 'exec') life.execTimes.push(time);
    else {
      life.end = time;
      living.delete(life.pid);
    }
  });
  await once(lines, 'line');
  return {
    follow: (processes) => {
      const follow = (listed: ListedProcess): Life => {
        const known = living.get(listed.pid);
        if (known) return known;
        const parent = processes.find(({ pid }) => pid === listed.ppid);
        const life: Life = {
          pid: listed.pid,
          parent: parent && follow(parent),
          start: listed.started,
          end: Infinity,
          execTimes: [],
          listed,
        };
        add(life);
        return life;
      };
      processes.forEach(follow);
    },
    listBusy: () => [...living.values()].filter((life) => !life.listed && hasExecuted(life)),
    listForked: () =>
      [...lives.values()]
        .flat()
        .filter(({ listed }) => !listed)
        .sort((one, other) => one.start - other.start),
    find: (pid, time) =>
      lives.get(pid)?.find(({ start, end }) => start - TICK <= time && time <= end + TICK),
    stop: () => watcher.kill(),
  };
};

/** Whether it, or what forked it, was started by a request: a worker forked by a server runs the server's program. */
const hasExecuted = ({ execTimes, listed, parent }: Life): boolean =>
  (!listed && execTimes.length > 0) || (parent !== undefined && hasExecuted(parent));
