import type { EventSource } from '../../common/event/source_event';
import type { AuditHost } from './audit_host';
import type { Exec } from './exec';
import { isInferred } from './known_process';
import type { KnownProcess } from './known_process';
import type { PlacedExec } from './process_history';
import { toIsoTime } from './to_iso_time';
import { toTerminalDevice } from './to_terminal_device';

/**
 * One exec as the document Elastic Defend would write. `labels.parent_guess` names the evidence when the parent never
 * exec'ed in the log, `labels.args_problem` says why arguments may be missing.
 */
export const toProcessEvent = (
  exec: Exec,
  { process, parent }: PlacedExec,
  host: AuditHost,
  eventId: string
): EventSource => {
  const { syscall } = exec;
  const device = syscall.tty === undefined ? undefined : toTerminalDevice(syscall.tty);
  return {
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
    user: syscall.user,
    group: syscall.group,
    process: {
      pid: process.pid,
      entity_id: process.entityId,
      start: process.start,
      ...process.program,
      user: syscall.user,
      real_user: syscall.realUser,
      saved_user: syscall.savedUser,
      group: syscall.group,
      ...(device && { tty: { char_device: device } }),
      parent: parent ? toParent(parent) : { pid: syscall.parentPid },
      ...(process.ancestry.length > 0 && { Ext: { ancestry: process.ancestry } }),
    },
    data_stream: DATA_STREAM,
    ...toLabels(exec, parent, host),
  };
};

const toParent = (parent: KnownProcess): EventSource => ({
  pid: parent.pid,
  entity_id: parent.entityId,
  start: parent.start,
  ...parent.program,
  user: parent.user,
});

// Shared, so that they are stored once for many events.
const CATEGORY = ['process'];
const TYPE = ['start'];
const DATA_STREAM = { type: 'logs', dataset: 'endpoint.events.process', namespace: 'default' };

const toLabels = (exec: Exec, parent: KnownProcess | undefined, host: AuditHost): EventSource => {
  const guess = parent && isInferred(parent) ? parent.evidence : undefined;
  const labels = {
    ...host.labels,
    ...(guess !== undefined && { parent_guess: guess }),
    ...(exec.argsProblem !== undefined && { args_problem: exec.argsProblem }),
  };
  return Object.keys(labels).length > 0 ? { labels } : {};
};
