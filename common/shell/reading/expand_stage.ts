import { strToU8 } from 'fflate';
import type { Assignment, Redirection } from '../command_reading';
import { expandText, expandWord } from '../expand/expand_word';
import type { Expansion, ShellField } from '../expand/expansion';
import type { SimpleStage, WrittenRedirection } from '../parse/script';

/** A simple command as its program gets it. */
export interface ExpandedStage {
  readonly fields: readonly ShellField[];
  readonly assignments: readonly Assignment[];
  readonly redirections: readonly Redirection[];
}

/** Programs whose operands set variables of the shell. */
const DECLARING = new Set(['export', 'declare', 'local', 'readonly', 'typeset', 'set', 'alias']);
/** Longer values are no names of programs, and doubling one a few times would fill the memory. */
const MAX_VALUE = 16_384;

/** Expands words and redirections, and keeps what is assigned for the commands that follow. */
export const expandStage = (stage: SimpleStage, expansion: Expansion): ExpandedStage => {
  const assignments = stage.assignments.map(({ name, isAppended, value }) => {
    const before = isAppended ? (expansion.variables.get(name) ?? '') : '';
    const text = (before + expandText(value, expansion)).slice(0, MAX_VALUE);
    expansion.budget.spend(text.length);
    expansion.variables.set(name, text);
    return { name, value: text };
  });
  const fields = stage.words.flatMap((word) => expandWord(word, expansion));
  if (DECLARING.has(fields[0]?.text ?? '')) declare(fields.slice(1), expansion);
  const redirections = expandRedirections(stage.redirections, expansion);
  return { fields, assignments, redirections };
};

export const expandRedirections = (
  written: readonly WrittenRedirection[],
  expansion: Expansion
): readonly Redirection[] =>
  written.map(({ op, fd, target }) => ({ op, fd, target: expandText(target, expansion) }));

const declare = (fields: readonly ShellField[], expansion: Expansion): void => {
  for (const { text } of fields) {
    const [, name = '', value = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? [];
    if (name !== '') expansion.variables.set(name, value.slice(0, MAX_VALUE));
  }
};

/** What a here-document or a here-string gives a command to read. */
export const findInput = (redirections: readonly Redirection[]): Uint8Array | undefined => {
  const last = redirections.filter(({ op, fd }) => op.startsWith('<') && fd === 0).at(-1);
  if (last === undefined || !last.op.startsWith('<<')) return undefined;
  return strToU8(last.op === '<<<' ? `${last.target}\n` : last.target);
};
