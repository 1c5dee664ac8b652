import type { EqlQuery, Statement } from '../ast';
import { checkEql } from '../check_eql';
import type { EqlOptions } from '../compile/query_scope';
import { EqlError } from '../errors/eql_error';

type Kind = Statement['kind'];

/**
 * The statement of a query that may be run.
 * @throws EqlError when it is of another kind, or the first mistake that the checker finds
 */
export const getStatement = <Wanted extends Kind>(
  query: EqlQuery,
  kind: Wanted,
  { fields, timestampField }: Pick<EqlOptions, 'fields' | 'timestampField'>
): Extract<Statement, { kind: Wanted }> => {
  const { statement, text } = query;
  const [mistake] = checkEql(query, fields, timestampField);
  if (mistake !== undefined) throw mistake;
  if (!isOfKind(statement, kind)) {
    throw new EqlError(text, statement.range, 'query_of_other_kind', { values: { wanted: kind } });
  }
  return statement;
};

const isOfKind = <Wanted extends Kind>(
  statement: Statement,
  kind: Wanted
): statement is Extract<Statement, { kind: Wanted }> => statement.kind === kind;
