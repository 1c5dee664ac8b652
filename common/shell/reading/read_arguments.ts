import type { ShellField } from '../expand/expansion';
import { createShellText } from './create_shell_text';
import { readStage } from './read_stage';
import type { Reading } from './reading';
import { toBeginning } from './shell_text';

/** Reads what a program was started with: words already, so that no shell's signs in them mean anything. */
export const readArguments = (args: readonly string[], layer: number, reading: Reading): void => {
  const fields = args.map((text): ShellField => ({ text, isGlob: false, tricks: [] }));
  const shell = createShellText(reading, new Map());
  const place = { ...toBeginning(layer, false), pipeline: reading.nextPipeline() };
  readStage(shell, { fields, assignments: [], redirections: [] }, place, undefined);
};
