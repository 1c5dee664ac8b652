import type { ReadCommand } from '../../../shell/command_reading';
import type { SeenCommand } from '../tree_reading';

/** The command that reads what this one writes. */
export const findNext = ({
  in: { reading },
  pipeline,
  stage,
}: Pick<SeenCommand, 'in' | 'pipeline' | 'stage'>): ReadCommand | undefined =>
  reading.commands.find((other) => other.pipeline === pipeline && other.stage === stage + 1);
