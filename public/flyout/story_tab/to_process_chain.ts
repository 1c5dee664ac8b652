import { findText, getValues } from '../../../common/event/get_values';
import type { EventSource } from '../../../common/event/source_event';

/** One process of the chain; undefined where the event does not say. */
export interface ChainProcess {
  readonly role: 'entry' | 'parent' | 'process';
  readonly name: string;
  readonly executable: string | undefined;
  readonly pid: string | undefined;
  /** Name and id. */
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly command: string | undefined;
  readonly args: readonly string[];
  /** What the event only infers it from; undefined where it was seen. */
  readonly guess: string | undefined;
  /** Its program file was replaced or deleted while it ran. */
  readonly isDeleted: boolean;
}

/**
 * The chain from the event: the process that opened the session (where it is neither parent nor process), parent,
 * process. Elastic Defend names the first `process.entry_leader`.
 */
export const toProcessChain = (event: EventSource): readonly ChainProcess[] => {
  const process = toProcess(event, 'process', 'process');
  const parent = toProcess(event, 'process.parent', 'parent');
  const entry = toProcess(event, 'process.entry_leader', 'entry');
  const isApart = entry.pid !== undefined && entry.pid !== parent.pid && entry.pid !== process.pid;
  return isApart ? [entry, parent, process] : [parent, process];
};

const DELETED_LABEL = {
  process: 'executable_deleted',
  parent: 'parent_executable_deleted',
} as const;

const toProcess = (
  event: EventSource,
  prefix: string,
  role: ChainProcess['role']
): ChainProcess => {
  const text = (field: string): string | undefined => findText(event, `${prefix}.${field}`);
  const args = getValues(event, `${prefix}.args`).map(String);
  return {
    role,
    name: text('name') ?? text('executable') ?? '?',
    executable: text('executable'),
    pid: text('pid'),
    user: toUser(
      text('user.name') ?? (role === 'process' ? findText(event, 'user.name') : undefined),
      text('user.id') ?? (role === 'process' ? findText(event, 'user.id') : undefined)
    ),
    workingDirectory: text('working_directory'),
    guess: role === 'parent' ? findText(event, 'labels.parent_guess') : undefined,
    isDeleted: role !== 'entry' && findText(event, `labels.${DELETED_LABEL[role]}`) === 'true',
    command: text('command_line') ?? (args.length === 0 ? undefined : args.join(' ')),
    args,
  };
};

const toUser = (name: string | undefined, id: string | undefined): string | undefined => {
  if (name === undefined) return id;
  return id === undefined ? name : `${name} (${id})`;
};
