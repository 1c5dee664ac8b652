import type { UnfillableProblem, UnusableReason } from './filled_query';
import type { FieldValues } from './find_fields';
import { findListPlace } from './place/list_place';
import { toPatternEscaping, type PatternEscaping } from './place/pattern_escaping';
import { findPatternOperand } from './place/pattern_operand';
import { isWritable, toSqlLiteral, toTextLiteral, type JsonScalar } from './sql_literal';
import {
  toPlaceholderFields,
  toTextPieces,
  toTextValue,
  type SqlToken,
  type SqlTokenKind,
} from './sql_tokens';

/** What stands in place of one token, or why nothing can. */
export type TokenFill =
  | {
      readonly ok: true;
      readonly sql: string;
      /** Operator that has to change with it: `=` before a list. */
      readonly operator?: PlacedSql;
      /** Clause that has to follow another token: ESCAPE behind a pattern. */
      readonly clause?: PlacedSql;
    }
  | { readonly ok: false; readonly problem: UnfillableProblem };

/** SQL and the index of the token it goes with. */
interface PlacedSql {
  readonly index: number;
  readonly sql: string;
}

/** Kinds of token in which SQL takes no value. */
const VALUELESS: ReadonlyMap<SqlTokenKind, UnusableReason> = new Map([
  ['identifier', 'in_identifier'],
  ['comment', 'in_comment'],
  ['blob', 'in_blob'],
]);

type Fields = ReadonlyMap<string, FieldValues>;

/**
 * Fills the placeholders of one token.
 * @param token the one at `index`
 * @param fields the fields of the query; those that the token names have values
 */
export const fillToken = (
  tokens: readonly SqlToken[],
  index: number,
  token: SqlToken,
  fields: Fields
): TokenFill => {
  const named = toPlaceholderFields(token).map((field) => getField(fields, field));
  for (const { field, values } of named) {
    const reason = VALUELESS.get(token.kind);
    const value = values.find((candidate) => reason !== undefined || !isWritable(candidate));
    if (value !== undefined) return toUnusable(field, value, reason ?? 'characters');
  }
  const [first] = named;
  if (first === undefined) return { ok: true, sql: toHarmless(token) };

  const pieces = token.kind === 'text' ? toTextPieces(toTextValue(token)) : [];
  const isWhole = named.length === 1 && pieces.every((piece, at) => at % 2 === 1 || piece === '');
  const pattern = findPattern(tokens, index, fields);
  return isWhole ? fillWhole(tokens, index, first, pattern) : fillPieces(pieces, fields, pattern);
};

/** Text of the query itself must not look like a placeholder to Kibana either. */
const toHarmless = (token: SqlToken): string =>
  token.kind === 'text' && token.source.includes('{{')
    ? toTextLiteral(toTextValue(token))
    : token.source;

/** How to write into the pattern that a token is part of. */
interface Pattern {
  readonly escape: PatternEscaping['escape'];
  readonly clause?: PlacedSql;
}

const NO_PATTERN: Pattern = { escape: (text) => text };

const findPattern = (tokens: readonly SqlToken[], index: number, fields: Fields): Pattern => {
  const operand = findPatternOperand(tokens, index);
  if (operand === undefined) return NO_PATTERN;
  const chain = (operand.chain ?? [index]).flatMap((at) => tokens[at] ?? []);
  const values = chain
    .flatMap(toPlaceholderFields)
    .flatMap((field) => fields.get(field)?.values ?? [])
    .map(String);
  const sources = chain.map(({ source }) => source);
  const { escape, clause } = toPatternEscaping(operand, values, sources);
  return {
    escape,
    ...(clause !== undefined && { clause: { index: operand.chain?.at(-1) ?? index, sql: clause } }),
  };
};

/** A placeholder that is a value of its own: `{{f}}` or `'{{f}}'`. */
const fillWhole = (
  tokens: readonly SqlToken[],
  index: number,
  { field, values }: FieldValues,
  { escape, clause }: Pattern
): TokenFill => {
  const isText = tokens[index]?.kind === 'text';
  const literals = new Set<string>();
  for (const value of values) {
    const escaped = escape(String(value));
    if (escaped === undefined) return toUnusable(field, value, 'in_pattern');
    literals.add(
      isText || escaped !== String(value) ? toTextLiteral(escaped) : toSqlLiteral(value)
    );
  }
  const sql = [...literals].join(', ');
  const place = findListPlace(tokens, index);
  if (place.kind === 'list') return { ok: true, sql: `(${sql})` };
  if (literals.size === 1) return { ok: true, sql, ...(clause && { clause }) };
  if (place.kind === 'element') return { ok: true, sql };
  if (place.kind === 'single') return { ok: false, problem: { code: 'list_not_allowed', field } };
  return {
    ok: true,
    sql: `(${sql})`,
    operator: { index: place.operatorIndex, sql: place.operator },
  };
};

/** Placeholders inside a longer text: `'/home/{{user.name}}/.ssh'`. */
const fillPieces = (
  pieces: readonly string[],
  fields: Fields,
  { escape, clause }: Pattern
): TokenFill => {
  let text = '';
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 0) {
      text += piece;
      continue;
    }
    const { field, values } = getField(fields, piece);
    const [value, ...others] = new Set(values.map(String));
    if (value === undefined) continue;
    if (others.length > 0) return { ok: false, problem: { code: 'list_not_allowed', field } };
    const escaped = escape(value);
    if (escaped === undefined) return toUnusable(field, value, 'in_pattern');
    text += escaped;
  }
  return { ok: true, sql: toTextLiteral(text), ...(clause && { clause }) };
};

const toUnusable = (field: string, value: JsonScalar, reason: UnusableReason): TokenFill => ({
  ok: false,
  problem: { code: 'value_unusable', field, value: String(value), reason },
});

const getField = (fields: Fields, field: string): FieldValues =>
  fields.get(field) ?? { field, usedField: field, values: [] };
