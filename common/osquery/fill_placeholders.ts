import type { EventSource } from '../event/source_event';
import { fillToken } from './fill_token';
import type { FilledQuery, Substitution, UnfillableProblem } from './filled_query';
import { findFields, type FieldValues } from './find_fields';
import { joinSql } from './join_sql';
import { toOneSelect } from './one_select';
import { toPlaceholderFields, toSqlTokens, type SqlToken } from './sql_tokens';

/** Longest SQL that is sent to an agent, in UTF-16 units. */
const LONGEST_SQL = 100_000;

/**
 * Fills the `{{field}}` places of a query from an alert's event; the only way of the product to put values into SQL.
 * Every value becomes a literal that equals it, so nothing an attacker writes is read as SQL. Where the SQL offers
 * no place for a literal, the answer says so instead.
 * @param template SQL of a guide, with placeholders outside or inside single quotes
 */
export const fillPlaceholders = (template: string, event: EventSource): FilledQuery => {
  const select = toOneSelect(toSqlTokens(template));
  if (!select.ok) {
    const problem = { code: 'not_one_select', reason: select.reason } as const;
    return { kind: 'unfillable', problem, sql: template, substitutions: [] };
  }
  const fields = findFields(select.tokens, event);
  const substitutions = toSubstitutions(fields);
  const { sql, problem } = fillTokens(select.tokens, fields);
  return problem === undefined
    ? { kind: 'ready', sql, substitutions }
    : { kind: 'unfillable', problem, sql, substitutions };
};

type Fields = ReadonlyMap<string, FieldValues>;

const toSubstitutions = (fields: Fields): Substitution[] =>
  [...fields.values()]
    .filter(({ values }) => values.length > 0)
    .map(({ values, ...names }) => ({ ...names, values: [...new Set(values.map(String))] }));

interface Draft {
  readonly sql: string;
  readonly problem?: UnfillableProblem;
}

const fillTokens = (tokens: readonly SqlToken[], fields: Fields): Draft => {
  const missing = [...fields.values()].filter(({ values }) => values.length === 0);
  const problems: UnfillableProblem[] =
    missing.length > 0
      ? [{ code: 'field_missing', fields: missing.map(({ field }) => field) }]
      : [];
  const texts = tokens.map(({ source }) => source);
  const clauses = new Map<number, string>();
  tokens.forEach((token, index) => {
    const names = toPlaceholderFields(token);
    if (missing.some(({ field }) => names.includes(field))) return;
    const fill = fillToken(tokens, index, token, fields);
    if (!fill.ok) {
      problems.push(fill.problem);
      return;
    }
    texts[index] = fill.sql;
    if (fill.operator) texts[fill.operator.index] = fill.operator.sql;
    if (fill.clause) clauses.set(fill.clause.index, fill.clause.sql);
  });
  const sql = joinSql(
    tokens.flatMap(({ source }, index) => {
      const text = texts[index] ?? source;
      const clause = clauses.get(index);
      const piece = { sql: text, isFilled: text !== source };
      return clause === undefined ? [piece] : [piece, { sql: clause, isFilled: true }];
    })
  );
  const problem = problems[0] ?? findProblem(sql, fields);
  return { sql: sql.trim(), ...(problem && { problem }) };
};

const findProblem = (sql: string, fields: Fields): UnfillableProblem | undefined => {
  if (sql.includes('{{')) return { code: 'not_one_select', reason: 'stray_braces' };
  if (sql.length <= LONGEST_SQL) return undefined;
  const lengthOf = ({ values }: FieldValues): number => values.join().length;
  const [longest] = [...fields.values()].sort((one, other) => lengthOf(other) - lengthOf(one));
  return longest === undefined
    ? undefined
    : {
        code: 'value_unusable',
        field: longest.field,
        value: longest.values.join(', '),
        reason: 'too_long',
      };
};
