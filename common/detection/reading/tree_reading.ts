import type { CommandLayer, ReadCommand } from '../../shell/command_reading';
import { readLayers } from '../../shell/read_layers';
import type { ProcessStart } from '../tree/process_start';
import type { Tree } from '../tree/tree';
import { isPackagedPath, toFileName } from './paths';
import { toFolders } from './to_folders';
import { toExcerpt } from './to_excerpt';
import { toMeantWords } from './to_meant_words';
import { toPlaceOfChildren } from './place';
import type { CommandPlace } from './place';

/** A tree with every command in it, as they stand in the texts that were run and as they were run. */
export interface TreeReading {
  readonly tree: Tree;
  readonly starts: readonly ReadStart[];
  /** All commands, start by start; what a shell's text shows already isn't repeated by the program that came of it. */
  readonly commands: readonly SeenCommand[];
}

export interface ReadStart {
  readonly start: ProcessStart;
  readonly reading: {
    readonly layers: readonly CommandLayer[];
    readonly commands: readonly ReadCommand[];
  };
  readonly place: CommandPlace;
}

export interface SeenCommand extends ReadCommand {
  readonly in: ReadStart;
  /** Where it runs, as far as that is known. */
  readonly folder: string | undefined;
  /** It is what the process was started with, not part of a text. */
  readonly isStart: boolean;
  /** Its own words, for showing. */
  readonly text: string;
}

/** Starts beyond this many are left unread: a script's loop repeats what its first turns showed. */
const MOST_READ_STARTS = 120;

export const readTree = (tree: Tree): TreeReading => {
  const known = new Map<string, Known>();
  const starts: ReadStart[] = [];
  const commands: SeenCommand[] = [];
  for (const start of tree.starts.slice(0, MOST_READ_STARTS)) {
    const parent = findKnown(start, known);
    const place = parent?.placeOfChildren ?? 'typed';
    const words = toMeantWords(start.args);
    // A text tells more than its programs: pipes, redirections, what comes after what.
    const isRepeated = isPackagedPath(start.executable ?? '') && parent?.texts.has(toWords(words));
    const reading = isRepeated ? NOTHING : readLayers(words);
    const read = { start, reading, place };
    const own = toSeenCommands(read);
    starts.push(read);
    commands.push(...own);
    known.set(start.entityId, {
      placeOfChildren: toPlaceOfChildren(start, place, start.entityId === tree.root.entityId),
      // A shell that becomes its last command, or forks before it, goes on with the same text.
      texts: own.length > 1 ? toTexts(own) : (parent?.texts ?? NONE),
    });
  }
  return { tree, starts, commands };
};

/** What the start of a process says about those that come from it. */
interface Known {
  readonly placeOfChildren: CommandPlace;
  readonly texts: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The nearest start this one comes from; one whose parent is not in the tree is the root, or lost its parent. */
const findKnown = (start: ProcessStart, known: ReadonlyMap<string, Known>): Known | undefined =>
  known.get(start.entityId) ??
  start.origins.map((origin) => known.get(origin)).find((found) => found !== undefined);

/** What a shell's text shows already; a program from an unusual place is read all the same, for its path. */
const NOTHING: ReadStart['reading'] = { layers: [], commands: [] };

const toTexts = (commands: readonly SeenCommand[]): ReadonlySet<string> =>
  new Set(commands.slice(1).map(({ path, args }) => toWords([path, ...args])));

/** A shell finds its programs by name; the kernel is told the path or the name. */
const toWords = ([path = '', ...args]: readonly string[]): string =>
  [toFileName(path), ...args].join('\n');

/** Field by field: rules ask each command a hundred questions, and of objects that are made alike these are answered fastest. */
const toSeenCommands = (start: ReadStart): SeenCommand[] => {
  const { commands, layers } = start.reading;
  const folders = toFolders(commands, layers, start.start.workingDirectory);
  return commands.map((command, at) => {
    const args = toBounded(command.args);
    const path = toExcerpt(command.path, LONGEST_WORD);
    return {
      program: command.program,
      path,
      args,
      globs: command.globs,
      wrappers: command.wrappers,
      assignments: command.assignments,
      redirections: command.redirections,
      pipeline: command.pipeline,
      stage: command.stage,
      isPipedFrom: command.isPipedFrom,
      isPipedInto: command.isPipedInto,
      isInBackground: command.isInBackground,
      operator: command.operator,
      isInSubshell: command.isInSubshell,
      layer: command.layer,
      tricks: command.tricks,
      in: start,
      folder: folders[at],
      isStart: at === 0,
      text: [path, ...args].join(' '),
    };
  });
};

/** Rules look for words that stand together: what lies between the beginning and the end of a long line holds none for them. */
const LONGEST_WORD = 1000;
const MOST_TEXT = 6000;

/** The first and the last arguments up to a length; whoever puts a thousand before the one that counts is still seen. */
const toBounded = (args: readonly string[]): readonly string[] => {
  const words = args.map((arg) => toExcerpt(arg, LONGEST_WORD));
  if (words.reduce((sum, word) => sum + word.length + 1, 0) <= MOST_TEXT) return words;
  const head = takeUpTo(words, MOST_TEXT / 2);
  return [...head, ...takeUpTo(words.slice(head.length).reverse(), MOST_TEXT / 2).reverse()];
};

const takeUpTo = (words: readonly string[], most: number): string[] => {
  let length = 0;
  const end = words.findIndex((word) => (length += word.length + 1) > most);
  return words.slice(0, end === -1 ? undefined : end);
};
