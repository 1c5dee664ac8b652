import { gradeBeside, gradeTree, toTrees, type Tree } from '../detection';
import { findText, getValues } from '../event/get_values';
import type { SourceEvent } from '../event/source_event';
import { isAtPeriod, type Period } from './period';
import type { Story, StoryActivity, StoryTree } from './story';
import { toActivity } from './to_activity';
import { toStoryProcesses, type ProcessFacts } from './to_story_processes';

export interface StoryMaterial {
  /** What the alert is about. */
  readonly alertEvent: SourceEvent;
  /** Starts of programs below the server, those above the alert among them. */
  readonly starts: readonly SourceEvent[];
  /** Files, connections and ends of those processes. */
  readonly activities: readonly SourceEvent[];
  readonly period: Period;
  readonly isCut: boolean;
}

/** The trees of the alert's server in order of time, each graded beside its neighbours. */
export const toStory = ({
  alertEvent,
  starts,
  activities,
  period,
  isCut,
}: StoryMaterial): Story => {
  const trees = toTrees([...starts, alertEvent]);
  const own = trees.find((tree) => tree.starts.some(({ event }) => isSame(event, alertEvent)));
  const shown = trees.filter(
    (tree) => tree === own || (isOfServer(tree, own) && isAtPeriod(tree.root.time, period))
  );
  const facts = toProcessFacts(activities);
  const graded = gradeBeside(shown.map((tree) => ({ tree, grade: gradeTree(tree) })));
  return {
    server: own && toServer(own),
    trees: graded.map(({ tree, grade }): StoryTree => {
      return {
        id: tree.id,
        ...grade,
        processes: toStoryProcesses(tree, facts, (event) => isSame(event, alertEvent)),
        leftOut: tree.leftOut,
        isOfAlert: tree === own,
      };
    }),
    ...period,
    isCut,
  };
};

const isSame = (one: SourceEvent, other: SourceEvent): boolean =>
  one.id === other.id && one.index === other.index;

/** The same process, or another worker that runs the same program for the same user. */
const isOfServer = (tree: Tree, own: Tree | undefined): boolean =>
  own !== undefined &&
  tree.root.hostId === own.root.hostId &&
  tree.root.parent.executable === own.root.parent.executable &&
  tree.root.parent.user === own.root.parent.user;

const toServer = ({ serverEntityId, root: { parent } }: Tree): Story['server'] => ({
  entityId: serverEntityId,
  name: parent.name,
  executable: parent.executable,
  user: parent.user,
});

const toProcessFacts = (events: readonly SourceEvent[]): ReadonlyMap<string, ProcessFacts> => {
  const facts = new Map<string, { activities: StoryActivity[]; exitCode: number | undefined }>();
  for (const { source } of events) {
    const entityId = findText(source, 'process.entity_id');
    if (entityId === undefined) continue;
    const known = facts.get(entityId) ?? { activities: [], exitCode: undefined };
    facts.set(entityId, known);
    const activity = toActivity(source);
    if (activity) known.activities.push(activity);
    const [exitCode] = getValues(source, 'process.exit_code');
    if (typeof exitCode === 'number') known.exitCode = exitCode;
  }
  return facts;
};
