import type { SeenCommand, TreeReading } from '../tree_reading';

/** The commands of one pipeline in their order, the given one among them. */
export const toPipeline = (command: SeenCommand, tree: TreeReading): readonly SeenCommand[] =>
  tree.commands.filter((other) => other.in === command.in && other.pipeline === command.pipeline);
