import type { EventSource } from '../../../common/event/source_event';
import type { AuditHost } from './audit_host';
import type { Exec } from '../records/exec';
import { isInferred } from './known_process';
import type { KnownProcess } from './known_process';
import type { PlacedExec } from './process_history';
import { toIsoTime } from './to_iso_time';
import { toTerminalDevice } from './to_terminal_device';

/**
 * One exec as the document Elastic Defend would write. `labels.parent_guess` names the evidence when the parent never
 * exec'ed in the log, `labels.args_problem` says why arguments may be missing, `labels.executable_deleted` and
 * `labels.parent_executable_deleted` that a program's file was replaced or deleted while it ran.
 */
export const toProcessEvent = (
  exec: Exec,
  placed: PlacedExec,
  host: AuditHost,
  eventId: string
): EventSource => {
  const { process, parent } = placed;
  const { syscall } = exec;
  const event: Fields = {
    '@timestamp': exec.time === process.startedAt ? process.start : toIsoTime(exec.time),
    agent: host.agent,
    event: {
      id: eventId,
      kind: 'event',
      category: CATEGORY,
      type: TYPE,
      action: 'exec',
      sequence: exec.serial,
      module: 'endpoint',
      dataset: 'endpoint.events.process',
    },
    host: host.fields,
    user: syscall.caller.user,
    group: syscall.caller.group,
    process: toProcess(exec, process, parent),
    data_stream: DATA_STREAM,
  };
  const labels = toLabels(exec, placed, host);
  if (labels !== undefined) event['labels'] = labels;
  return event;
};

type Fields = Record<string, unknown>;

const toProcess = (
  { syscall }: Exec,
  process: KnownProcess,
  parent: KnownProcess | undefined
): Fields => {
  const fields = toFields(process);
  fields['real_user'] = syscall.caller.realUser;
  fields['saved_user'] = syscall.caller.savedUser;
  fields['group'] = syscall.caller.group;
  fields['parent'] = parent ? toParent(parent) : { pid: syscall.parentPid };
  const device =
    syscall.caller.tty === undefined ? undefined : toTerminalDevice(syscall.caller.tty);
  if (device) fields['tty'] = { char_device: device };
  if (process.ancestry.length > 0) fields['Ext'] = { ancestry: process.ancestry };
  return fields;
};

/** Assigned one by one, because spreads cost more than all the rest of an event. */
const toFields = ({ pid, entityId, start, program, user }: KnownProcess): Fields => {
  const fields: Fields = {
    pid,
    entity_id: entityId,
    start,
    args: program.args,
    args_count: program.args_count,
    command_line: program.command_line,
    user,
  };
  if (program.executable !== undefined) fields['executable'] = program.executable;
  if (program.name !== undefined) fields['name'] = program.name;
  if (program.working_directory !== undefined) {
    fields['working_directory'] = program.working_directory;
  }
  if (program.interactive !== undefined) fields['interactive'] = program.interactive;
  return fields;
};

const toParent = (parent: KnownProcess): EventSource => (parent.parentFields ??= toFields(parent));

// Shared, so that they are stored once for many events.
const CATEGORY = ['process'];
const TYPE = ['start'];
const DATA_STREAM = { type: 'logs', dataset: 'endpoint.events.process', namespace: 'default' };

const toLabels = (
  exec: Exec,
  { process, parent }: PlacedExec,
  host: AuditHost
): Fields | undefined => {
  const guess = parent && isInferred(parent) ? parent.evidence : undefined;
  const labels = {
    ...host.labels,
    ...(guess !== undefined && { parent_guess: guess }),
    ...(exec.argsProblem !== undefined && { args_problem: exec.argsProblem }),
    ...(process.program.isDeleted === true && { executable_deleted: 'true' }),
    ...(parent?.program.isDeleted === true && { parent_executable_deleted: 'true' }),
  };
  return Object.keys(labels).length > 0 ? labels : undefined;
};
