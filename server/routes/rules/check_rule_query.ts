import { i18n } from '@kbn/i18n';
import { EqlError } from '../../../common/eql/errors/eql_error';
import { toEqlErrorReport } from '../../../common/eql/to_eql_error_report';
import { DomainError } from '../../../common/errors/domain_error';
import { parseRuleQuery } from '../../../common/rule/parse_rule_query';

/** @throws DomainError `rule_invalid` with the mistake and its place */
export const checkRuleQuery = (query: string): void => {
  try {
    parseRuleQuery(query);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    const problem = toEqlErrorReport(error, i18n.translate);
    throw new DomainError('rule_invalid', { problem }, { cause: error });
  }
};
