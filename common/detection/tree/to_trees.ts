import type { SourceEvent } from '../../event/source_event';
import { isDeveloperWork } from '../servers/is_developer_work';
import { findLostServer, findServer } from '../servers/find_server';
import type { WebServer } from '../servers/find_server';
import { toProcessStart } from './process_start';
import type { ProcessStart } from './process_start';
import type { Tree } from './tree';
import { toTreeId } from './to_tree_id';

/** Of one tree so many starts are read: what it is shows in the first ones, and a loop in a script must not fill memory. */
const MOST_STARTS = 500;

/**
 * Groups starts of programs into trees. Given are what servers started and what came of it, in any order and mixed with
 * others; a start whose line to a root is broken (put into the background, a fork that ran no program) is found by its
 * ancestry, its group or its session.
 */
export const toTrees = (events: readonly SourceEvent[]): Tree[] => {
  const starts = toOrderedStarts(events);
  const rootOf = toRoots(starts);
  const trees = new Map<string, GrowingTree>();
  for (const start of starts) {
    const root = rootOf.get(toKey(start.hostId, start.entityId));
    if (root === undefined) continue;
    const id = toTreeId(root.start);
    const tree = trees.get(id) ?? { id, root, starts: [], leftOut: 0 };
    trees.set(id, tree);
    if (tree.starts.length < MOST_STARTS) tree.starts.push(start);
    else tree.leftOut += 1;
  }
  return [...trees.values()].map(toTree);
};

interface Root {
  readonly start: ProcessStart;
  readonly server: WebServer;
}

interface GrowingTree {
  readonly id: string;
  readonly root: Root;
  readonly starts: ProcessStart[];
  leftOut: number;
}

const toTree = ({ id, root: { start, server }, starts, leftOut }: GrowingTree): Tree => ({
  id,
  server,
  serverEntityId: start.parent.entityId,
  root: start,
  starts,
  leftOut,
});

/** Process ids of two hosts may be alike. */
const toKey = (hostId: string, entityId: string): string => `${hostId}\n${entityId}`;

/** Each event once, in order of time; at the same time a sender's own order decides. */
const toOrderedStarts = (events: readonly SourceEvent[]): ProcessStart[] => {
  const distinct = new Map(events.map((event) => [`${event.index}\n${event.id}`, event]));
  return [...distinct.values()]
    .map(toProcessStart)
    .filter((start) => start !== undefined)
    .sort((one, other) => one.time - other.time || toSequence(one) - toSequence(other));
};

const toSequence = ({ event }: ProcessStart): number => {
  const { sequence } = (event.source['event'] ?? {}) as { readonly sequence?: unknown };
  return typeof sequence === 'number' ? sequence : 0;
};

/** The root of each process that has one, by the process's key. */
const toRoots = (starts: readonly ProcessStart[]): ReadonlyMap<string, Root> => {
  const roots = new Map<string, Root>();
  const servers = new Set<string>();
  const work = new Set<string>();
  for (const start of starts) {
    const key = toKey(start.hostId, start.entityId);
    const own = findOwnRoot(start);
    const above = findRootAbove(start, roots, servers);
    const isGuessed = own === undefined || own.server.isGuess;
    if (isGuessed && above === undefined && isWork(start, work)) {
      work.add(key);
      continue;
    }
    // A process that became another program stays in its tree, unless it became a server.
    const known = roots.get(key);
    if (isServerOfItsOwn(start, own)) {
      servers.add(key);
      roots.delete(key);
    } else if (known === undefined) {
      const root = own !== undefined && (!own.server.isGuess || above === undefined) ? own : above;
      if (root !== undefined) roots.set(key, root);
    }
  }
  return roots;
};

/** Building and testing, and all that comes of it. */
const isWork = (start: ProcessStart, work: ReadonlySet<string>): boolean =>
  isDeveloperWork(start) ||
  isDeveloperWork(start.parent) ||
  start.origins.some((origin) => work.has(toKey(start.hostId, origin)));

/** A start below a server; what administrators start at a terminal is no server by its mere place. */
const findOwnRoot = (start: ProcessStart): Root | undefined => {
  const server = findServer(start.parent) ?? findLostServer(start.parent, start.user);
  if (server === undefined || (server.isGuess && start.isInteractive)) return undefined;
  return { start, server };
};

/**
 * A server below a server is one by configuration: nginx upgrades itself, lighttpd starts php-cgi. What it starts is a tree;
 * itself it is none. Any other server that is started below one is part of a tree like any program.
 */
const isServerOfItsOwn = (start: ProcessStart, own: Root | undefined): boolean => {
  const kind = own && findServer(start)?.kind;
  return (
    kind !== undefined &&
    (kind === own?.server.kind || HANDLERS.has(kind) || own?.server.kind === 'passenger')
  );
};

/** What web servers start to run code for them. */
const HANDLERS: ReadonlySet<string> = new Set([
  'php-fpm',
  'php-cgi',
  'lsphp',
  'fcgiwrap',
  'passenger',
]);

const findRootAbove = (
  start: ProcessStart,
  roots: ReadonlyMap<string, Root>,
  servers: ReadonlySet<string>
): Root | undefined => {
  for (const origin of start.origins) {
    const key = toKey(start.hostId, origin);
    if (servers.has(key)) return undefined;
    const root = roots.get(key);
    if (root !== undefined) return root;
  }
  return undefined;
};
