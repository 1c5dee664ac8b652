import { findText, getValues } from '../../event/get_values';
import type { EventSource } from '../../event/source_event';
import { toResponseFacts } from '../../triage/response_facts';
import type { Indicator } from '../../shell';
import type { Story } from '../../story/story';

/** What of an alert the rows of a query may speak of. */
export interface ConcernFacts {
  /** Of the alert's process and of what its story shows below it; more descendants are found among the rows. */
  readonly pids: readonly string[];
  /** Ids and names of its user; none where it is root, who owns half of every table. */
  readonly users: ReadonlySet<string>;
  /** Absolute paths: the program, what its command names, and what its tree wrote. */
  readonly files: ReadonlySet<string>;
  /** Addresses that its tree names or reached, public and private ones. */
  readonly addresses: ReadonlySet<string>;
  /** Ports that its commands name: what they open, or where they call. */
  readonly ports: ReadonlySet<string>;
}

const ROOT = new Set(['0', 'root']);
const MOST_FILES = 200;
const MOST_ADDRESSES = 200;

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
  const { madeFiles, changedFiles, indicators } = toResponseFacts({ event }, story);
  const ofKind = (...kinds: readonly Indicator['kind'][]): readonly string[] =>
    indicators.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
  const reached = tree.flatMap(({ activities }) =>
    activities.filter(({ kind }) => kind === 'network').map(({ target }) => toAddress(target))
  );
  return {
    pids: [findText(event, 'process.pid'), ...tree.map(({ pid }) => pid?.toString())].flatMap(
      (pid) => pid ?? []
    ),
    users: new Set(users.some((user) => ROOT.has(user)) ? [] : users),
    files: new Set([...paths.slice(0, MOST_FILES), ...madeFiles, ...changedFiles]),
    addresses: new Set([...ofKind('ipv4', 'ipv6'), ...reached.slice(0, MOST_ADDRESSES)]),
    ports: new Set(ofKind('port')),
  };
};

/** Of `203.0.113.9:443` and `[2001:db8::1]:443`. */
const toAddress = (target: string): string => target.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');

/** What of it rows of another host may speak of: process ids and users are each host's own. */
export const toFactsElsewhere = (facts: ConcernFacts): ConcernFacts => ({
  ...facts,
  pids: [],
  users: new Set(),
});
