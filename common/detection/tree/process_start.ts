import { toCommandLine } from '../../alert/to_reason';
import { findText, getValues } from '../../event/get_values';
import { onceFor } from '../../event/once_for';
import type { SourceEvent } from '../../event/source_event';
import { findEventTime } from '../../time/event_time';
import type { ProgramFacts } from '../servers/find_server';

/** One program that was started, as far as trees and grades depend on it. */
export interface ProcessStart extends ProgramFacts {
  readonly event: SourceEvent;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly hostId: string;
  readonly hostName: string | undefined;
  /** The same for each program a process becomes. */
  readonly entityId: string;
  readonly workingDirectory: string | undefined;
  readonly parent: ProgramFacts & { readonly entityId: string | undefined };
  /** Entity ids of processes this one comes from: nearest first, the leaders of its group and session last. */
  readonly origins: readonly string[];
  /** Typed at a terminal. */
  readonly isInteractive: boolean;
}

/** @returns undefined for what is not the start of a program with an identity */
export const toProcessStart = onceFor((event: SourceEvent): ProcessStart | undefined => {
  const { source } = event;
  const entityId = findText(source, 'process.entity_id');
  const time = Date.parse(findEventTime(source, '@timestamp') ?? '');
  if (entityId === undefined || Number.isNaN(time)) return undefined;
  const read = (field: string): string | undefined => findText(source, field);
  const parentId = read('process.parent.entity_id');
  const origins = [
    parentId,
    ...getValues(source, 'process.Ext.ancestry').slice(0, MOST_ANCESTORS).map(String),
    read('process.group_leader.entity_id'),
    read('process.session_leader.entity_id'),
  ];
  return {
    event,
    time,
    hostId: read('host.id') ?? read('host.name') ?? read('agent.id') ?? '',
    hostName: read('host.name'),
    entityId,
    executable: read('process.executable'),
    name: read('process.name'),
    args: toArgs(event),
    user: read('user.name') ?? read('process.user.name') ?? read('user.id'),
    workingDirectory: read('process.working_directory'),
    parent: {
      entityId: parentId,
      executable: read('process.parent.executable'),
      name: read('process.parent.name'),
      args: getValues(source, 'process.parent.args').slice(0, MOST_ARGS).map(String),
      user: read('process.parent.user.name'),
    },
    origins: [...new Set(origins)].filter((id) => id !== undefined && id !== entityId) as string[],
    isInteractive:
      read('process.parent.interactive') === 'true' ||
      read('process.tty.char_device.major') !== undefined,
  };
});

/** More is no command a human or a program wrote; Elastic Defend cuts arguments itself. */
const MOST_ARGS = 2000;
const MOST_ANCESTORS = 50;

/** Without arguments the command line is all there is; its words are only nearly the arguments. */
const toArgs = ({ source }: SourceEvent): readonly string[] => {
  const args = getValues(source, 'process.args');
  // What counts may stand behind many words that mean nothing.
  if (args.length > MOST_ARGS)
    return [...args.slice(0, MOST_ARGS / 2), ...args.slice(-MOST_ARGS / 2)].map(String);
  if (args.length > 0) return args.map(String);
  const line = toCommandLine(source) ?? '';
  const [, shell, option, script] = /^(\S*sh)\s+(-\w*c)\s+(?:--\s+)?([^]+)$/.exec(line) ?? [];
  // What a shell was given is one argument, whatever blanks are in it.
  if (shell !== undefined && option !== undefined && script !== undefined)
    return [shell, option, script.replace(/^(["'])([^]*)\1$/, '$2')];
  return line.split(/\s+/, MOST_ARGS).filter((word) => word !== '');
};
