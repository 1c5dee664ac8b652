import type { EqlQuery } from '../eql/ast';
import { checkEql } from '../eql/check_eql';
import { EqlError } from '../eql/errors/eql_error';
import { parseEql } from '../eql/parse_eql';

/**
 * Reads the query of a rule: an event query without pipes, since every matching event becomes an alert and the rule's own
 * limit says how many a run raises. Form and server both ask here before a rule is saved.
 * @throws EqlError at the first mistake
 */
export const parseRuleQuery = (text: string): EqlQuery => {
  const query = parseEql(text);
  // Elasticsearch knows date math; where the search is made here it says that it doesn't.
  const mistake = checkEql(query).find(({ code }) => code !== 'date_math_unsupported');
  if (mistake) throw mistake;
  if (query.statement.kind !== 'filter') {
    throw new EqlError(text, query.statement.range, 'query_of_other_kind', {
      values: { wanted: 'filter' },
    });
  }
  const [pipe] = query.pipes;
  if (pipe) throw new EqlError(text, pipe.range, 'pipe_in_rule');
  return query;
};
