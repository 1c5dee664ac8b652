import type { Story, StoryProcess } from '../../common/story/story';
import { toShellText } from '../../common/shell';
import { toVisible } from '../text/split_hidden';
import { toElapsedText } from './to_elapsed_text';

/** The story as plain text for a ticket: a line per program, indented; line breaks of the attacker's stay inside his line. */
export const toStoryText = ({ trees }: Story): string => {
  const first = toFirstTime(trees);
  return trees
    .flatMap(({ processes }) => processes)
    .flatMap((process) => [toLine(process, first), ...toActivityLines(process)])
    .join('\n');
};

/** Milliseconds since 1970 of the first program; what was done counts from there. */
export const toFirstTime = (trees: Story['trees']): number =>
  trees
    .flatMap(({ processes }) => processes)
    .reduce((first, { time }) => Math.min(first, Date.parse(time)), Infinity);

const toIndent = (depth: number): string => '  '.repeat(Math.max(0, depth - 1));

const toLine = (process: StoryProcess, first: number): string => {
  const { time, depth, user, workingDirectory, exitCode } = process;
  const facts = [user, workingDirectory, exitCode === undefined ? undefined : `exit ${exitCode}`]
    .filter((fact) => fact !== undefined)
    .join(', ');
  const line = `${time} ${toElapsedText(Date.parse(time) - first)} ${toIndent(depth)}${toCommand(process)}`;
  return toVisible(facts === '' ? line : `${line}  [${facts}]`);
};

const toActivityLines = ({ depth, activities }: StoryProcess): readonly string[] =>
  activities.map(({ time, action, target }) =>
    toVisible(`${time}   ${toIndent(depth)}  ${action} ${target}`)
  );

/** The command line of a program, quoted as a shell would need it. */
export const toCommand = ({ args, executable, name }: StoryProcess): string =>
  args.length > 0 ? toShellText(args) : (executable ?? name ?? '?');
