import type { EventSource } from '../../../common/event/source_event';
import type { Identity } from '../records/identity';
import type { Program } from './program';

/** Longest chain of ancestors an event names, as Elastic Defend limits it by default. */
export const MOST_ANCESTORS = 20;

/**
 * How a process came to be known. `exec`: the log has its exec. `listed`: it was in the list of running processes.
 * The others forked without an exec, which the audit log doesn't show, so that its program is inferred:
 * from an exec it tried in vain, from a record of user space (PAM, login), from memory addresses that only forks of
 * one program share, because it is the nearest process of the same session, because forks of the same program started
 * the same before, or because only one listed server can have forked it.
 */
export type Evidence =
  | 'exec'
  | 'listed'
  | 'failed_exec'
  | 'user_record'
  | 'memory_layout'
  | 'neighbour'
  | 'precedent'
  | 'sole_server';

export interface KnownProcess {
  readonly pid: number;
  readonly parentPid: number;
  readonly entityId: string;
  /** Milliseconds since 1970: the start where listed, else when the log first mentions the process. */
  readonly startedAt: number;
  /** The same for documents. */
  readonly start: string;
  /** Milliseconds since 1970 of the latest exec or mention. */
  readonly seenAt: number;
  readonly evidence: Evidence;
  readonly program: Program;
  readonly user: Identity;
  /** Login session; undefined where unknown. */
  readonly session: number | undefined;
  /** Entity ids from parent to oldest known. */
  readonly ancestry: readonly string[];
  /** What events of its children say of it, once there is one: they share the objects, so that these are stored once. */
  parentFields: EventSource | undefined;
  childAncestry: readonly string[] | undefined;
  /** Where its memory lies, once an exec told. */
  memoryAreas: readonly number[] | undefined;
}

export const isInferred = (process: KnownProcess): boolean =>
  process.evidence !== 'exec' && process.evidence !== 'listed';

/** The ancestry of a child of `parent`. */
export const toAncestry = (parent: KnownProcess | undefined): readonly string[] => {
  if (!parent) return NO_ANCESTRY;
  parent.childAncestry ??= [parent.entityId, ...parent.ancestry].slice(0, MOST_ANCESTORS);
  return parent.childAncestry;
};

const NO_ANCESTRY: readonly string[] = [];

/** Roughly the bytes a remembered process takes up: arguments can be long, and there twice. */
export const toWeight = ({ program }: KnownProcess): number =>
  512 + 2 * program.command_line.length;
