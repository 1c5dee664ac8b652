import type { Expansion } from '../expand/expansion';
import { evaluateScript } from './evaluate_script';
import type { Reading } from './reading';
import type { FoundSubstitution, ShellText } from './shell_text';

/** A text about to be read, with the values known where it begins. */
export const createShellText = (
  reading: Reading,
  known: ReadonlyMap<string, string>
): ShellText => {
  const { budget, limits } = reading;
  const variables = new Map(known);
  const waiting: FoundSubstitution[] = [];
  const expansion: Expansion = {
    variables,
    budget,
    maxWords: limits.words,
    evaluate: (script) => evaluateScript(script, { variables, budget, limits }),
    found: (script, mark) => waiting.push({ script, mark }),
  };
  return { reading, expansion, takeSubstitutions: () => waiting.splice(0) };
};
