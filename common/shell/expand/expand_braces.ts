import type { Word, WordPart } from '../parse/script';
import type { Budget } from '../reading/budget';

/** A character outside quotes, or any other part as a whole. */
type Atom = string | WordPart;

const RANGE = /^(-?\d{1,6}|[A-Za-z])\.\.(-?\d{1,6}|[A-Za-z])$/;

/** `{cat,/etc/passwd}` → two words; `{1..3}` → three. One word when there are no braces to expand. */
export const expandBraces = (word: Word, maxWords: number, budget: Budget): readonly Word[] => {
  if (!word.some(isOpening)) return [word];
  return expandAtoms(word.flatMap(toAtoms), { maxWords, budget }, 0).map(toWord);
};

const isOpening = (part: WordPart): boolean =>
  part.kind === 'literal' && part.quoting === 'none' && part.text.includes('{');

const toAtoms = (part: WordPart): readonly Atom[] =>
  part.kind === 'literal' && part.quoting === 'none' ? [...part.text] : [part];

const toWord = (atoms: readonly Atom[]): Word => {
  const parts: WordPart[] = [];
  let plain = '';
  const end = (): void => {
    if (plain !== '') parts.push({ kind: 'literal', text: plain, quoting: 'none' });
    plain = '';
  };
  for (const atom of atoms) {
    if (typeof atom === 'string') plain += atom;
    else {
      end();
      parts.push(atom);
    }
  }
  end();
  return parts;
};

/** Deeper braces stay as written. */
const MAX_LEVELS = 8;

interface Bounds {
  readonly maxWords: number;
  readonly budget: Budget;
}

const expandAtoms = (
  atoms: readonly Atom[],
  bounds: Bounds,
  level: number
): readonly (readonly Atom[])[] => {
  const group = level > MAX_LEVELS ? undefined : findGroup(atoms);
  if (group === undefined || !bounds.budget.spend(atoms.length)) return [atoms];
  const before = atoms.slice(0, group.start);
  const rest = expandAtoms(atoms.slice(group.end + 1), bounds, level + 1);
  const words: (readonly Atom[])[] = [];
  for (const choice of toChoices(atoms, group)) {
    for (const middle of expandAtoms(choice, bounds, level + 1)) {
      for (const after of rest) {
        if (words.length >= bounds.maxWords || !bounds.budget.spend(after.length)) return words;
        words.push([...before, ...middle, ...after]);
      }
    }
  }
  return words;
};

interface Group {
  readonly start: number;
  readonly end: number;
  readonly commas: readonly number[];
}

/** The first pair of braces with a comma or a range between them. */
const findGroup = (atoms: readonly Atom[]): Group | undefined => {
  const open: { start: number; commas: number[] }[] = [];
  let outermost: Group | undefined;
  for (const [index, atom] of atoms.entries()) {
    if (atom === '{') open.push({ start: index, commas: [] });
    else if (atom === ',') open.at(-1)?.commas.push(index);
    else if (atom === '}') {
      const closed = open.pop();
      if (closed === undefined) continue;
      const group = { ...closed, end: index };
      const isGroup = group.commas.length > 0 || findRange(atoms, group) !== undefined;
      // An inner pair is kept until its outer one turns out to be no group.
      if (isGroup && (outermost === undefined || group.start < outermost.start)) outermost = group;
      if (open.length === 0 && outermost !== undefined) return outermost;
    }
  }
  return outermost;
};

const toChoices = (atoms: readonly Atom[], group: Group): readonly (readonly Atom[])[] => {
  if (group.commas.length === 0) return findRange(atoms, group) ?? [];
  const edges = [group.start, ...group.commas, group.end];
  return edges.slice(1).map((edge, index) => atoms.slice((edges[index] ?? 0) + 1, edge));
};

const MAX_RANGE = 256;

const findRange = (
  atoms: readonly Atom[],
  { start, end }: Group
): readonly (readonly Atom[])[] | undefined => {
  if (end - start > 20) return undefined;
  const inside = atoms.slice(start + 1, end).map((atom) => (typeof atom === 'string' ? atom : ' '));
  const [, from = '', to = ''] = RANGE.exec(inside.join('')) ?? [];
  const areNumbers = /\d/.test(from) && /\d/.test(to);
  if (from === '' || (!areNumbers && /\d/.test(from + to))) return undefined;
  const first = areNumbers ? Number(from) : from.charCodeAt(0);
  const last = areNumbers ? Number(to) : to.charCodeAt(0);
  const count = Math.min(MAX_RANGE, Math.abs(last - first) + 1);
  const step = last < first ? -1 : 1;
  return Array.from({ length: count }, (_, index) => {
    const value = first + index * step;
    return [...(areNumbers ? String(value) : String.fromCharCode(value))];
  });
};
