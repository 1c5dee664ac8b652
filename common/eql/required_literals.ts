import type { EqlQuery } from './ast';
import { toFilterCondition } from './compile/compile_filter';
import type { Condition, ValueTest } from './compile/condition';
import { createScope } from './compile/query_scope';
import type { EqlOptions } from './compile/query_scope';
import { toEventFilters } from './event_filters';
import type { EqlField, EqlFields } from './fields/eql_fields';
import { foldAscii } from './patterns/fold_case';

/** A piece of text that stands in a value of a field. */
export interface RequiredLiteral extends TextPiece {
  /** Dotted path of the field in an event. */
  readonly field: string;
}

interface TextPiece {
  /** Not empty unless it is the whole value. In lower case (ASCII) if case is ignored. */
  readonly text: string;
  readonly ignoreCase: boolean;
  /** The value begins with it. */
  readonly opens: boolean;
  /** The value ends with it. */
  readonly closes: boolean;
}

/** At least one of these stands in some text of every match; an empty choice means that nothing matches. */
export type LiteralChoice = readonly RequiredLiteral[];

/** Every choice must be met. */
export type Requirement = readonly LiteralChoice[];

/**
 * What the texts of an event must contain for a query to look at it: all that one of its filters requires, which stand in
 * the order of `toEventFilters`. So a line of JSON can be passed over without parsing it, by whoever knows how texts are
 * spelled there.
 * Numbers and booleans have many spellings, so nothing that could match one is ever required.
 */
export const toRequiredLiterals = (query: EqlQuery, options: EqlOptions = {}): Requirement[] => {
  const scope = createScope(options);
  return toEventFilters(query).map((filter) =>
    toChoices(toFilterCondition(filter, scope), options.fields)
  );
};

const toChoices = (condition: Condition, fields: EqlFields | undefined): LiteralChoice[] => {
  switch (condition.kind) {
    case 'and':
      return condition.operands.flatMap((operand) => toChoices(operand, fields));
    case 'or':
      return toAnyOf(condition.operands.map((operand) => toChoices(operand, fields)));
    case 'constant':
      return condition.value === true ? [] : [[]];
    case 'value':
      return toValueChoices(condition, fields?.byName.get(condition.field.name));
    default:
      return [];
  }
};

/** One choice out of the best of each branch, if each has one. */
const toAnyOf = (branches: readonly LiteralChoice[][]): LiteralChoice[] => {
  const best = branches.map(findBest);
  return best.every((choice) => choice !== undefined) ? [best.flat()] : [];
};

const findBest = <Piece extends TextPiece>(
  choices: readonly (readonly Piece[])[]
): readonly Piece[] | undefined => [...choices].sort((a, b) => toWeakness(a) - toWeakness(b))[0];

/** Few and long literals are strong. */
const toWeakness = (choice: readonly TextPiece[]): number =>
  choice.reduce(
    (sum, { text, opens, closes }) => sum + 1 / 4 ** (text.length + Number(opens) + Number(closes)),
    0
  );

const toValueChoices = (
  { field, operator, members }: ValueTest,
  mapped: EqlField | undefined
): LiteralChoice[] => {
  if (field.type.name !== 'string' && field.type.name !== 'unknown') return [];
  if (mapped?.nullValue !== undefined) return [];
  const toLiteral = literalOf[operator];
  if (toLiteral === undefined) return [];
  const literals: RequiredLiteral[] = [];
  for (const { constant } of members) {
    if (constant === null) continue;
    const literal = typeof constant === 'string' ? toLiteral(constant) : undefined;
    if (literal === undefined || mayBeSpelledOtherwise(literal)) return [];
    literals.push({ ...literal, field: mapped?.path ?? field.name });
  }
  return [literals];
};

const toWhole = (text: string): TextPiece => ({
  text,
  ignoreCase: false,
  opens: true,
  closes: true,
});

const ignoringCase = (literal: TextPiece): TextPiece => ({
  ...literal,
  text: foldAscii(literal.text),
  ignoreCase: true,
});

/** The strongest piece of a pattern between its wildcards; undefined when there is none. */
const toPiece = (pattern: string): TextPiece | undefined => {
  const pieces = pattern.split(/[*?]/);
  const literals = pieces.map((text, index) => ({
    text,
    ignoreCase: false,
    opens: index === 0,
    closes: index === pieces.length - 1,
  }));
  return findBest(
    literals.filter(({ text }) => text !== '' || pieces.length === 1).map((literal) => [literal])
  )?.[0];
};

/** Which text an operator asks for; operators that are not here ask for nothing that could be looked for. */
const literalOf: Readonly<
  Partial<Record<ValueTest['operator'], (constant: string) => TextPiece | undefined>>
> = {
  '==': toWhole,
  in: toWhole,
  'in~': (text) => ignoringCase(toWhole(text)),
  like: toPiece,
  'like~': (pattern) => toFoldedPiece(pattern),
  ':': (pattern) => toFoldedPiece(pattern),
  startsWith: (text) => ({ ...toWhole(text), closes: false }),
  endsWith: (text) => ({ ...toWhole(text), opens: false }),
  stringContains: (text) => ({ ...toWhole(text), opens: false, closes: false }),
  'startsWith~': (text) => ignoringCase({ ...toWhole(text), closes: false }),
  'endsWith~': (text) => ignoringCase({ ...toWhole(text), opens: false }),
  'stringContains~': (text) => ignoringCase({ ...toWhole(text), opens: false, closes: false }),
};

const toFoldedPiece = (pattern: string): TextPiece | undefined => {
  const piece = toPiece(pattern);
  return piece === undefined ? undefined : ignoringCase(piece);
};

/** Whether the text of a number or a boolean can contain it: `1e2` is spelled in many ways, and its text is `100`. */
const mayBeSpelledOtherwise = (literal: TextPiece): boolean =>
  (literal.text !== '' && /^[0-9eE.+\-\s]*$/.test(literal.text)) ||
  ['infinity', '-infinity', 'nan', 'true', 'false', ''].some((word) => isIn(word, literal));

const isIn = (word: string, { text, opens, closes }: TextPiece): boolean => {
  const wanted = text.toLowerCase();
  if (opens && closes) return word === wanted;
  return opens ? word.startsWith(wanted) : closes ? word.endsWith(wanted) : word.includes(wanted);
};
