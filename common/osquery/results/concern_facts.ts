import { findText, getValues } from '../../event/get_values';
import type { EventSource } from '../../event/source_event';
import type { Story } from '../../story/story';

/** What of an alert the rows of a query may speak of. */
export interface ConcernFacts {
  /** Of the alert's process and of what its story shows below it; more descendants are found among the rows. */
  readonly pids: readonly string[];
  /** Ids and names of its user; none where it is root, who owns half of every table. */
  readonly users: ReadonlySet<string>;
  /** Absolute paths: the program and what its command names. */
  readonly files: ReadonlySet<string>;
}

const ROOT = new Set(['0', 'root']);
const MOST_FILES = 200;

/** @param story undefined where it is not read */
export const toConcernFacts = (event: EventSource, story: Story | undefined): ConcernFacts => {
  const tree = story?.trees.find(({ isOfAlert }) => isOfAlert)?.processes ?? [];
  const users = ['process.user.id', 'process.user.name', 'user.id', 'user.name']
    .flatMap((field) => findText(event, field) ?? [])
    .filter((user) => user !== '');
  const paths = ['process.executable', 'process.args', 'file.path', 'process.working_directory']
    .flatMap((field) => getValues(event, field))
    .map(String)
    .filter((text) => /^\/[^/]+\/./.test(text));
  return {
    pids: [findText(event, 'process.pid'), ...tree.map(({ pid }) => pid?.toString())].flatMap(
      (pid) => pid ?? []
    ),
    users: new Set(users.some((user) => ROOT.has(user)) ? [] : users),
    files: new Set(paths.slice(0, MOST_FILES)),
  };
};

/** What of it rows of another host may speak of: process ids and users are each host's own. */
export const toFactsElsewhere = (facts: ConcernFacts): ConcernFacts => ({
  ...facts,
  pids: [],
  users: new Set(),
});
