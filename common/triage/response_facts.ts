import type { Alert } from '../alert/alert';
import { findText, getValues } from '../event/get_values';
import { readCommand, type Indicator } from '../shell';
import type { Story } from '../story/story';
import { HIDDEN_CHARACTERS } from '../text/hidden_characters';
import { findTouchedFiles } from './touched_files';

/** What of an alert is acted on. Every text comes from the attacked host; none holds a character that can't be seen. */
export interface ResponseFacts {
  readonly pids: readonly number[];
  /** Public addresses and names that the commands reach out to. */
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  /** Files of the intruder's own, and files of the machine that he changed. */
  readonly madeFiles: readonly string[];
  readonly changedFiles: readonly string[];
  /** Accounts that the commands ran as. */
  readonly users: readonly string[];
  /** Accounts that the commands name. */
  readonly namedUsers: readonly string[];
  readonly directory: string | undefined;
  /** To be searched for on other hosts. */
  readonly indicators: readonly Indicator[];
}

/** More nobody pastes into a terminal. */
const MOST = 50;

/** Gathers from the alert and its own tree what a response works with. */
export const toResponseFacts = (
  { event }: Pick<Alert, 'event'>,
  story: Story | undefined
): ResponseFacts => {
  const processes = story?.trees.find(({ isOfAlert }) => isOfAlert)?.processes ?? [];
  const args = getValues(event, 'process.args').map(String);
  const indicators = [args, ...processes.map((process) => process.args)]
    .slice(0, MOST)
    .flatMap((words) => readCommand(words).indicators);
  const ofKind = (...kinds: readonly Indicator['kind'][]): readonly string[] =>
    indicators
      .filter(({ kind, isPrivate }) => kinds.includes(kind) && isPrivate !== true)
      .map(({ value }) => value);
  const workingDirectory = findText(event, 'process.working_directory');
  const touched = findTouchedFiles([{ args, workingDirectory, activities: [] }, ...processes]);
  const pids = [getValues(event, 'process.pid')[0], ...processes.map(({ pid }) => pid)];
  const users = [findText(event, 'user.name'), ...processes.map(({ user }) => user)];
  return {
    pids: [...new Set(pids)].filter((pid): pid is number => Number.isInteger(pid)).slice(0, MOST),
    addresses: toPlain(ofKind('ipv4', 'ipv6')),
    domains: toPlain(ofKind('domain')),
    madeFiles: toPlain(touched.made),
    changedFiles: toPlain(touched.changed),
    users: toPlain(users.filter((user) => user !== undefined)),
    namedUsers: toPlain(ofKind('user')),
    directory: toPlain([workingDirectory ?? ''])[0],
    indicators: [
      ...new Map(indicators.map((one) => [`${one.kind} ${one.value}`, one])).values(),
    ].slice(0, MOST),
  };
};

/** Each once. What holds a line break or a character that shows nothing is left out: it is no name to act on by hand. */
const toPlain = (values: readonly string[]): readonly string[] =>
  [...new Set(values)]
    .filter((value) => value !== '' && value.search(HIDDEN_CHARACTERS) === -1)
    .slice(0, MOST);
