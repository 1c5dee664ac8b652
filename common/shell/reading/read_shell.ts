import { expandWord } from '../expand/expand_word';
import { parseScript } from '../parse/parse_script';
import type { CompoundStage, ShellList, Stage } from '../parse/script';
import { createShellText } from './create_shell_text';
import { expandRedirections, expandStage, findInput } from './expand_stage';
import { readStage } from './read_stage';
import type { Reading } from './reading';
import { toBeginning, type Piped, type ShellText, type Surroundings } from './shell_text';

/** Reads one layer of shell text: its commands into the reading, and the texts they carry as further layers. */
export const readShell = (layer: number, reading: Reading): void => {
  const draft = reading.layers[layer];
  if (draft === undefined) return;
  const { list, isIncomplete } = parseScript(draft.text);
  draft.isIncomplete = isIncomplete;
  const shell = createShellText(reading, draft.variables);
  readItems(shell, list, toBeginning(layer, draft.kind === 'substitution'), undefined);
};

/** Reads a list, and answers what of its output is known. */
const readItems = (
  shell: ShellText,
  list: ShellList,
  around: Surroundings,
  input: Piped | undefined
): Piped | undefined => {
  const outputs: Piped[] = [];
  for (const [index, { operator, stages, isInBackground }] of list.items.entries()) {
    if (shell.reading.isTruncated()) break;
    const output = readPipeline(
      shell,
      stages,
      {
        ...around,
        operator: index === 0 ? around.operator : operator,
        isInBackground: around.isInBackground || isInBackground,
      },
      input
    );
    if (output !== undefined) outputs.push(output);
  }
  const [only] = outputs;
  return outputs.length <= 1 ? only : { bytes: concatenate(outputs) };
};

const concatenate = (pieces: readonly Piped[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of pieces) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
};

const readPipeline = (
  shell: ShellText,
  stages: readonly Stage[],
  around: Surroundings,
  input: Piped | undefined
): Piped | undefined => {
  const isOne = stages.length === 1;
  // Commands of `(a; b) | c` and of `a | while read x; do b; done` are part of the pipeline around them.
  const isPart = isOne && (around.isPipedInto || around.isPipedFrom);
  const pipeline = isPart ? around.pipeline : shell.reading.nextPipeline();
  let piped = input;
  for (const [index, stage] of stages.entries()) {
    if (shell.reading.isTruncated()) break;
    const place: Surroundings = {
      ...around,
      pipeline,
      stage: isOne ? around.stage : index,
      operator: index === 0 ? around.operator : '',
      isPipedFrom: index > 0 || around.isPipedFrom,
      isPipedInto: index < stages.length - 1 || around.isPipedInto,
    };
    piped =
      stage.kind === 'compound'
        ? readCompoundStage(shell, stage, place, piped)
        : readStage(shell, expandStage(stage, shell.expansion), place, piped);
  }
  return piped;
};

const readCompoundStage = (
  shell: ShellText,
  stage: CompoundStage,
  place: Surroundings,
  piped: Piped | undefined
): Piped | undefined => {
  const { expansion } = shell;
  const words = stage.words.flatMap((word) => expandWord(word, expansion));
  const [first] = words;
  // A loop over one value or one pattern is a way to hide it; the values of longer ones are shown as the variable.
  if (stage.variable !== undefined && words.length === 1 && first !== undefined) {
    expansion.variables.set(stage.variable, first.text);
  }
  const redirections = expandRedirections(stage.redirections, expansion);
  const bytes = findInput(redirections);
  const input = bytes === undefined ? piped : { bytes };
  const around: Surroundings = {
    ...place,
    isInSubshell: place.isInSubshell || stage.isSubshell,
    redirections: [...redirections, ...place.redirections],
  };
  const outputs = stage.lists.map((list) => readItems(shell, list, around, input));
  const known = outputs.filter((output) => output !== undefined);
  return known.length <= 1 ? known[0] : { bytes: concatenate(known) };
};
