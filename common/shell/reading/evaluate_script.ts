import { toUtf8 } from '../decode/to_utf8';
import type { Expansion } from '../expand/expansion';
import { parseScript } from '../parse/parse_script';
import type { Stage } from '../parse/script';
import { toOutput } from '../programs/to_output';
import { toProgramName } from '../programs/to_program_name';
import { unwrap } from '../programs/unwrap';
import type { ReadingLimits } from '../reading_limits';
import type { Budget } from './budget';
import { expandStage, findInput } from './expand_stage';

/** What a substitution needs to know of the text it stands in. */
export interface Evaluation {
  readonly variables: ReadonlyMap<string, string>;
  readonly budget: Budget;
  readonly limits: ReadingLimits;
}

/**
 * What a script writes, where every command of it is one whose output can be told: `$(echo aWQ= | base64 -d)` is `id`.
 * Undefined otherwise.
 */
export const evaluateScript = (
  script: string,
  { variables, budget, limits }: Evaluation,
  depth = 0
): string | undefined => {
  if (depth >= limits.depth || !budget.spend(script.length)) return undefined;
  const known = new Map(variables);
  const expansion: Expansion = {
    variables: known,
    budget,
    maxWords: limits.words,
    evaluate: (inner) => evaluateScript(inner, { variables: known, budget, limits }, depth + 1),
    // The text in which this script stands reads its commands.
    found: () => undefined,
  };
  let written = '';
  for (const { stages } of parseScript(script).list.items) {
    const output = evaluatePipeline(stages, expansion, limits);
    if (output === undefined) return undefined;
    written += toUtf8(output);
    if (!budget.spend(output.length)) return undefined;
  }
  return written;
};

const evaluatePipeline = (
  stages: readonly Stage[],
  expansion: Expansion,
  limits: ReadingLimits
): Uint8Array | undefined => {
  let piped: Uint8Array | undefined;
  for (const stage of stages) {
    if (stage.kind === 'compound') return undefined;
    const { fields, redirections } = expandStage(stage, expansion);
    if (fields.length === 0) return new Uint8Array();
    const [program, ...args] = unwrap(fields).fields.map(({ text }) => text);
    const input = findInput(redirections) ?? piped;
    piped = toOutput(toProgramName(program ?? ''), args, input, limits.textLength)?.bytes;
    if (piped === undefined) return undefined;
  }
  return piped;
};
