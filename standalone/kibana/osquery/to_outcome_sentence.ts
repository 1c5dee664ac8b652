import { i18n } from '@kbn/i18n';
import type { QueryOutcome } from '../../../engines/osquery';

const MS_PER_SECOND = 1000;

/** Why a query has no rows; undefined where it has. The engine's own words stay as they are. */
export const toOutcomeSentence = (outcome: QueryOutcome): string | undefined => {
  switch (outcome.kind) {
    case 'rows':
      return undefined;
    case 'failed':
      return outcome.message;
    case 'timed_out':
      return i18n.translate('webServerRce.liveQuery.timedOut', {
        defaultMessage:
          'The query took longer than {seconds, plural, one {# second} other {# seconds}} and was stopped. Narrow it, for example with WHERE pid = ….',
        values: { seconds: outcome.afterMs / MS_PER_SECOND },
      });
    case 'cancelled':
      return i18n.translate('webServerRce.liveQuery.cancelled', {
        defaultMessage: 'The query was stopped before it was done. Run it again.',
      });
  }
};
