import { i18n } from '@kbn/i18n';
import type { WrittenQueryProblem } from '../../common/osquery/written_query';
import { toVisible } from '../text/split_hidden';
import { toUnfillableText } from './unfillable_text';

/** Why a query that somebody wrote is not sent, and what to do about it. */
export const toWrittenQueryText = (problem: WrittenQueryProblem): string => {
  switch (problem.code) {
    case 'not_one_select':
      return toUnfillableText(problem);
    case 'unknown_table':
      return problem.similar.length === 0
        ? i18n.translate('webServerRce.written.unknownTable', {
            defaultMessage: 'Osquery has no table {name} on Linux.',
            values: { name: toVisible(problem.name) },
          })
        : i18n.translate('webServerRce.written.similarTable', {
            defaultMessage: 'Osquery has no table {name} on Linux. Was {similar} meant?',
            values: { name: toVisible(problem.name), similar: problem.similar.join(', ') },
          });
  }
};
