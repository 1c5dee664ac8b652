import type { LayerLanguage, ReadCommand, Trick } from '../command_reading';
import { isReadable } from '../decode/is_readable';
import { toUtf8 } from '../decode/to_utf8';
import type { ShellField } from '../expand/expansion';
import { findByGlob } from '../programs/find_by_glob';
import { findInnerCommands } from '../programs/find_inner_commands';
import { findScripts, readsProgram } from '../programs/find_scripts';
import { findLanguage } from '../programs/shells';
import { toOutput } from '../programs/to_output';
import { toProgramName } from '../programs/to_program_name';
import { unwrap, type Unwrapped } from '../programs/unwrap';
import { findInput, type ExpandedStage } from './expand_stage';
import { findFileLanguage } from './find_file_language';
import type { FoundSubstitution, Piped, ShellText, Surroundings } from './shell_text';
import { toCrontabCommands } from './to_crontab_commands';

/** Reads one simple command with all it carries, and answers what of its output is known. */
export const readStage = (
  shell: ShellText,
  { fields, assignments, redirections }: ExpandedStage,
  place: Surroundings,
  piped: Piped | undefined
): Piped | undefined => {
  const substitutions = shell.takeSubstitutions();
  const ownInput = findInput(redirections);
  const input = ownInput === undefined ? piped : { bytes: ownInput };
  const unwrapped = unwrap(fields);
  const named = withInputAsArguments(nameProgram(unwrapped), fields, input);
  const command = toCommand(named, { assignments, redirections }, place);
  if (fields.length === 0 && redirections.length === 0) {
    addSubstitutions(shell, substitutions, place.layer, undefined);
    return undefined;
  }
  const index = shell.reading.addCommand(command);
  addSubstitutions(shell, substitutions, place.layer, index);
  addScripts(shell, command, index);
  for (const inner of findInnerCommands(command.program, named.fields.slice(1))) {
    readInnerCommand(shell, inner, command, place);
  }
  addInput(shell, command, index, input);
  return toPiped(shell, command, index, input);
};

const nameProgram = (unwrapped: Unwrapped): Unwrapped => {
  const [first, ...rest] = unwrapped.fields;
  if (first === undefined || !first.isGlob) return unwrapped;
  const path = findByGlob(first.text) ?? first.text;
  const named: ShellField = { ...first, text: path, tricks: [...first.tricks, 'glob'] };
  // What stands behind a hidden `sudo` is found by taking it off again.
  const again = unwrap([named, ...rest]);
  return { ...again, wrappers: [...unwrapped.wrappers, ...again.wrappers] };
};

/** The program behind xargs gets as arguments what xargs reads. */
const withInputAsArguments = (
  unwrapped: Unwrapped,
  xargs: readonly ShellField[],
  input: Piped | undefined
): Unwrapped => {
  if (input === undefined || !unwrapped.wrappers.includes('xargs')) return unwrapped;
  const text = toUtf8(input.bytes.slice(0, MAX_XARGS_INPUT)).trim();
  const mark = findReplaced(xargs.map((field) => field.text));
  if (mark !== undefined) {
    const fields = unwrapped.fields.map((field) => ({
      ...field,
      text: field.text.split(mark).join(text),
    }));
    return { ...unwrapped, fields };
  }
  const words = text.split(/\s+/).filter((word) => word !== '');
  const added = words.map((word): ShellField => ({ text: word, isGlob: false, tricks: [] }));
  return { ...unwrapped, fields: [...unwrapped.fields, ...added] };
};

const MAX_XARGS_INPUT = 1_024;

/** The mark of `xargs -I MARK`. */
const findReplaced = (args: readonly string[]): string | undefined => {
  const at = args.findIndex((arg) => /^-I|^-i$/.test(arg));
  if (at === -1) return undefined;
  const option = args[at] ?? '';
  if (option === '-i') return '{}';
  return option.slice(2) || args[at + 1] || undefined;
};

const toCommand = (
  { wrappers, assignments, fields }: Unwrapped,
  written: Pick<ExpandedStage, 'assignments' | 'redirections'>,
  place: Surroundings
): ReadCommand => {
  const [first, ...args] = fields;
  const path = first?.text ?? '';
  return {
    program: toProgramName(path),
    path,
    args: args.map(({ text }) => text),
    globs: args.flatMap(({ isGlob }, index) => (isGlob ? [index] : [])),
    wrappers,
    assignments: [...written.assignments, ...assignments],
    redirections: [...written.redirections, ...place.redirections],
    pipeline: place.pipeline,
    stage: place.stage,
    isPipedFrom: place.isPipedFrom,
    isPipedInto: place.isPipedInto,
    isInBackground: place.isInBackground,
    operator: place.operator,
    isInSubshell: place.isInSubshell,
    layer: place.layer,
    tricks: toTricks(fields),
  };
};

/** Variables and substitutions are everyday among arguments; as the name of a program they hide it. */
const ONLY_IN_NAMES: ReadonlySet<Trick> = new Set(['variable', 'substitution', 'braces', 'glob']);
/** `-d\n` and `%s\n` are written by people who forgot quotes. */
const IN_PATHS: ReadonlySet<Trick> = new Set(['escape']);

const toTricks = (fields: readonly ShellField[]): readonly Trick[] => {
  const tricks = fields.flatMap((field, index) =>
    field.tricks.filter(
      (trick) =>
        index === 0 ||
        !(ONLY_IN_NAMES.has(trick) || (IN_PATHS.has(trick) && !field.text.includes('/')))
    )
  );
  return [...new Set(tricks)];
};

const addSubstitutions = (
  { reading, expansion }: ShellText,
  substitutions: readonly FoundSubstitution[],
  from: number,
  command: number | undefined
): void => {
  for (const { script } of substitutions) {
    const variables = new Map(expansion.variables);
    const carrier = command === undefined ? {} : { command };
    reading.addLayer({
      kind: 'substitution',
      language: 'shell',
      text: script,
      from,
      ...carrier,
      variables,
    });
  }
};

const addScripts = (
  { reading, expansion }: ShellText,
  command: ReadCommand,
  index: number | undefined
): void => {
  for (const { language, text, positional = [] } of findScripts(command)) {
    const variables = new Map(expansion.variables);
    positional.forEach((value, place) => variables.set(String(place), value));
    if (positional.length > 1) variables.set('@', positional.slice(1).join(' '));
    addText(reading, { kind: 'script', language, text, from: command.layer, variables }, index);
  }
};

const addText = (
  reading: ShellText['reading'],
  found: Parameters<ShellText['reading']['addLayer']>[0],
  command: number | undefined
): number | undefined => reading.addLayer(command === undefined ? found : { ...found, command });

const readInnerCommand = (
  { reading }: ShellText,
  fields: readonly ShellField[],
  outer: ReadCommand,
  place: Surroundings
): void => {
  const named = nameProgram(unwrap(fields));
  const wrappers = [...outer.wrappers, outer.program, ...named.wrappers];
  const command = toCommand({ ...named, wrappers }, { assignments: [], redirections: [] }, place);
  const index = reading.addCommand(command);
  for (const { language, text } of findScripts(command)) {
    addText(reading, { kind: 'script', language, text, from: place.layer }, index);
  }
};

/** Input that is a program: `… | sh`, `python3 <<EOF`, `bash <(echo id)`. */
const addInput = (
  { reading, expansion }: ShellText,
  command: ReadCommand,
  index: number | undefined,
  input: Piped | undefined
): void => {
  const { program, layer, args } = command;
  const [, inner] = /^<\(([^]*)\)$/.exec(args[0] ?? '') ?? [];
  const isRun = findLanguage(program) !== undefined || program === 'source' || program === '.';
  if (inner !== undefined && isRun) {
    const text = expansion.evaluate(inner);
    if (text !== undefined) {
      addText(
        reading,
        { kind: 'input', language: findLanguage(program) ?? 'shell', text, from: layer },
        index
      );
    }
  }
  if (input === undefined || !readsProgram(command)) return;
  const language: LayerLanguage = findLanguage(program) ?? 'shell';
  const shown = input.layer === undefined ? undefined : reading.layers[input.layer];
  if (shown !== undefined) {
    shown.language = language;
    if (index !== undefined) shown.command = index;
    return;
  }
  const text = toUtf8(input.bytes);
  const script = program === 'crontab' ? toCrontabCommands(text) : text;
  if (isReadable(script))
    addText(reading, { kind: 'input', language, text: script, from: layer }, index);
};

const toPiped = (
  { reading }: ShellText,
  command: ReadCommand,
  index: number | undefined,
  input: Piped | undefined
): Piped | undefined => {
  const { program, args, layer } = command;
  const output = toOutput(program, args, input?.bytes, reading.limits.textLength);
  if (output === undefined || !reading.budget.spend(output.bytes.length)) return undefined;
  const text = toUtf8(output.bytes);
  const target = findTarget(command);
  const language = target === undefined ? undefined : findFileLanguage(target, text);
  const from = input?.layer ?? layer;
  if (output.kind !== undefined && isReadable(text)) {
    const shown = addText(
      reading,
      { kind: output.kind, language: language ?? 'text', text, from },
      index
    );
    return shown === undefined ? { bytes: output.bytes } : { bytes: output.bytes, layer: shown };
  }
  if (language !== undefined && input?.layer === undefined) {
    addText(reading, { kind: 'file', language, text, from }, index);
  }
  // Bytes that are no text are not shown, but what is made of them is.
  return input?.layer !== undefined && output.bytes === input.bytes
    ? { bytes: output.bytes, layer: input.layer }
    : { bytes: output.bytes };
};

/** The file that a command's output goes to. */
const findTarget = ({ program, args, redirections }: ReadCommand): string | undefined => {
  const written = redirections.find(({ op, fd }) => op.startsWith('>') && op !== '>&' && fd === 1);
  return (
    written?.target ?? (program === 'tee' ? args.find((arg) => !arg.startsWith('-')) : undefined)
  );
};
