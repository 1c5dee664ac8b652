import type { ProcessStart, Tree } from '../detection';
import { findText, getValues } from '../event/get_values';
import type { SourceEvent } from '../event/source_event';
import type { StoryActivity, StoryProcess } from './story';

/** What is known of a process beside its start. */
export interface ProcessFacts {
  readonly activities: readonly StoryActivity[];
  readonly exitCode: number | undefined;
}

/** The programs of a tree, depth first; where the parent did not run in the tree, the root stands for it. */
export const toStoryProcesses = (
  { root, starts }: Tree,
  facts: ReadonlyMap<string, ProcessFacts>,
  isOfAlert: (event: SourceEvent) => boolean
): readonly StoryProcess[] => {
  const children = toChildren(root, starts);
  const processes: StoryProcess[] = [];
  // A stack in place of recursion: an attacker's chain of shells may be as long as the tree.
  const waiting = [{ start: root, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { start, depth } = next;
    processes.push(toProcess(start, depth, facts.get(start.entityId), isOfAlert(start.event)));
    const below = (children.get(start) ?? []).map((child) => ({
      start: child,
      // A process that becomes another program stays where it is.
      depth: child.entityId === start.entityId ? depth : depth + 1,
    }));
    waiting.push(...below.reverse());
  }
  return processes;
};

/** Each start below the one it came of: the same process's program before, or the newest program of its parent. */
const toChildren = (
  root: ProcessStart,
  starts: readonly ProcessStart[]
): ReadonlyMap<ProcessStart, readonly ProcessStart[]> => {
  const children = new Map<ProcessStart, ProcessStart[]>();
  const newest = new Map<string, ProcessStart>();
  for (const start of starts) {
    if (start !== root) {
      const above =
        newest.get(start.entityId) ??
        start.origins.map((id) => newest.get(id)).find((found) => found !== undefined) ??
        root;
      children.set(above, [...(children.get(above) ?? []), start]);
    }
    newest.set(start.entityId, start);
  }
  return children;
};

const toProcess = (
  { event, entityId, time, name, executable, args, user, workingDirectory }: ProcessStart,
  depth: number,
  facts: ProcessFacts | undefined,
  isOfAlert: boolean
): StoryProcess => {
  const [pid] = getValues(event.source, 'process.pid');
  return {
    entityId,
    eventId: event.id,
    eventIndex: event.index,
    time: new Date(time).toISOString(),
    pid: typeof pid === 'number' ? pid : undefined,
    name,
    executable,
    args,
    user,
    workingDirectory,
    depth,
    parentGuess: findText(event.source, 'labels.parent_guess'),
    exitCode: facts?.exitCode,
    activities: facts?.activities ?? [],
    isOfAlert,
  };
};
