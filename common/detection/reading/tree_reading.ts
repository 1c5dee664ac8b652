import type { CommandReading, ReadCommand } from '../../shell/command_reading';
import { readCommand } from '../../shell/read_command';
import type { ProcessStart } from '../tree/process_start';
import type { Tree } from '../tree/tree';
import { toPlaceOfChildren } from './place';
import type { Place } from './place';

/** A tree with every command in it, as they were run and as they stand in the texts that were run. */
export interface TreeReading {
  readonly tree: Tree;
  readonly starts: readonly ReadStart[];
  /** All commands, start by start. The same command may stand in a shell's text and be a start of its own. */
  readonly commands: readonly SeenCommand[];
}

export interface ReadStart {
  readonly start: ProcessStart;
  readonly reading: CommandReading;
  readonly place: Place;
}

export interface SeenCommand extends ReadCommand {
  readonly in: ReadStart;
  /** It is what the process was started with, not part of a text. */
  readonly isStart: boolean;
  /** Its own words, for showing. */
  readonly text: string;
}

/** Texts beyond this many in one tree are left unread: a script's loop repeats what its first turns showed. */
const MOST_READ_STARTS = 120;

export const readTree = (tree: Tree): TreeReading => {
  const places = new Map<string, Place>();
  const starts = tree.starts.slice(0, MOST_READ_STARTS).map((start): ReadStart => {
    const place = findPlace(start, places);
    places.set(start.entityId, toPlaceOfChildren(start, place));
    return { start, reading: readCommand(start.args), place };
  });
  return { tree, starts, commands: starts.flatMap(toSeenCommands) };
};

/** A start whose parent is not in the tree is the root, or one that lost its parent in the background. */
const findPlace = (start: ProcessStart, places: ReadonlyMap<string, Place>): Place => {
  for (const origin of start.origins) {
    const place = places.get(origin);
    if (place !== undefined) return place;
  }
  return 'typed';
};

const toSeenCommands = (start: ReadStart): SeenCommand[] =>
  start.reading.commands.map((command, at) => ({
    ...command,
    in: start,
    isStart: at === 0,
    text: [command.path, ...command.args].join(' '),
  }));
