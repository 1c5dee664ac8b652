import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { EventSource } from '../../../common/event/source_event';
import type { ListedProcess } from '../listed_process';
import type { RecordedExec } from './parse_exec';
import type { Life, ProcessLives } from './process_lives';

interface Program {
  readonly executable: string;
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly interactive?: boolean;
}

export interface EcsEvent extends EventSource {
  readonly event: { readonly sequence: number };
}

/** The lab's exec events in the shape of Elastic Defend, each with the parent that forked it. `execs` in order of time. */
export const toEcsEvents = (
  lab: string,
  execs: readonly RecordedExec[],
  lives: ProcessLives
): EcsEvent[] => {
  const programs = new Map<Life, Program[]>();
  const toId = (life: Life | undefined): string =>
    createHash('sha256')
      .update(life ? `${lab} ${life.pid} ${life.start}` : `${lab} init`)
      .digest('hex')
      .slice(0, 24);
  /** A fork runs the program that its parent ran at that moment, until it runs one of its own. */
  const getProgram = (life: Life, time: number): Program => {
    const count = life.execTimes.filter((executed) => executed <= time).length;
    const program = programs.get(life)?.[count - 1] ?? (life.listed && toProgram(life.listed));
    if (program) return program;
    if (life.parent) return getProgram(life.parent, life.start);
    throw new Error(`process ${life.pid} has neither a program nor a parent`);
  };
  const listAncestors = ({ parent }: Life): string[] =>
    parent ? [toId(parent), ...listAncestors(parent)] : [toId(undefined)];
  const describe = (life: Life, time: number): object => {
    const { executable, args, workingDirectory, user, interactive } = getProgram(life, time);
    return {
      pid: life.pid,
      entity_id: toId(life),
      executable,
      name: basename(executable),
      args,
      args_count: args.length,
      command_line: args.join(' '),
      working_directory: workingDirectory,
      user,
      ...(interactive !== undefined && { interactive }),
    };
  };
  return execs.map((exec) => {
    const life = lives.find(exec.pid, exec.time);
    if (!life) throw new Error(`no process for serial ${exec.serial}`);
    const { executable, args, workingDirectory, user, hasTerminal } = exec;
    const earlier = programs.get(life) ?? [];
    programs.set(life, [
      ...earlier,
      { executable, args, workingDirectory, user, interactive: hasTerminal },
    ]);
    const time = life.execTimes[earlier.length];
    if (time === undefined) throw new Error(`the kernel told of no exec for serial ${exec.serial}`);
    // A process whose parent has ended belongs to init, and that is all an agent on the machine can tell.
    const lineage =
      life.parent?.pid === exec.parentPid
        ? { parent: describe(life.parent, time), Ext: { ancestry: listAncestors(life) } }
        : { parent: { pid: exec.parentPid } };
    return {
      '@timestamp': new Date(Math.round(exec.time * 1000)).toISOString(),
      event: {
        kind: 'event',
        category: ['process'],
        type: ['start'],
        action: 'exec',
        sequence: exec.serial,
        module: 'endpoint',
        dataset: 'endpoint.events.process',
      },
      host: { id: `corpus-${lab}`, name: lab, os: { type: 'linux' } },
      user,
      process: {
        ...describe(life, time),
        real_user: exec.realUser,
        ...lineage,
      },
      data_stream: { type: 'logs', dataset: 'endpoint.events.process', namespace: 'default' },
    };
  });
};

const toProgram = ({ exe, cmdline, cwd, uid, user }: ListedProcess): Program => ({
  executable: exe,
  args: cmdline,
  workingDirectory: cwd,
  user: { id: String(uid), name: user },
});
