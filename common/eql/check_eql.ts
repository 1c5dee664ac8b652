import type { EqlQuery } from './ast';
import type { CheckContext } from './check/check_context';
import { checkCondition } from './check/check_expression';
import { checkPipes } from './check/check_pipes';
import { checkSample, checkSequence } from './check/check_terms';
import { createScope } from './compile/query_scope';
import { EqlError } from './errors/eql_error';
import type { EqlFields } from './fields/eql_fields';

/** More are of no use to anyone; each repeats a line of the query, which may be long. */
const MOST_MISTAKES = 100;

/**
 * Finds what is wrong with a query that can be read: unknown functions and fields, wrong types, keys that do not
 * fit, things no version runs. Searching refuses what is found here.
 * @param fields what is known of the fields; without it only what every event would show is found
 * @param timestampField holds dates even where nothing is known of the fields
 * @returns the mistakes in the order of the text, of very many the first found; none for a good query
 */
export const checkEql = (
  query: EqlQuery,
  fields?: EqlFields,
  timestampField?: string
): EqlError[] => {
  const errors: EqlError[] = [];
  const context: CheckContext = {
    fields,
    scope: createScope({
      ...(fields !== undefined && { fields }),
      ...(timestampField !== undefined && { timestampField }),
    }),
    text: query.text,
    regexSize: 0,
    report: (range, code, details) => {
      if (errors.length < MOST_MISTAKES) {
        errors.push(new EqlError(query.text, range, code, details));
      }
    },
  };
  checkStatement(query, context);
  checkPipes(query, context);
  return errors.sort((a, b) => a.range.start - b.range.start);
};

const checkStatement = ({ statement }: EqlQuery, context: CheckContext): void => {
  switch (statement.kind) {
    case 'filter':
      checkCondition(statement.condition, context);
      return;
    case 'sequence':
      checkSequence(statement, context);
      return;
    case 'sample':
      checkSample(statement, context);
      return;
    case 'join':
      context.report(statement.range, 'join_unsupported');
      return;
  }
};
