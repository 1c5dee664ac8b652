import { i18n } from '@kbn/i18n';
import type { RunState } from '../../common/osquery/run_state';
import { toRowCount } from '../osquery/run_words';

/** How a run stands in a word or two; the sentence stands with the run itself. */
export const toShortState = (state: RunState): string => {
  switch (state.kind) {
    case 'waiting':
      return waitingText();
    case 'running':
      return i18n.translate('webServerRce.progress.running', {
        defaultMessage: '{total, plural, one {# row} other {# rows}} so far',
        values: { total: state.total },
      });
    case 'rows':
      return state.isTotalExact
        ? toRowCount(state.total)
        : i18n.translate('webServerRce.progress.manyRows', {
            defaultMessage: 'Over {total, number} rows',
            values: { total: state.total },
          });
    case 'no_rows':
      return i18n.translate('webServerRce.progress.noRows', { defaultMessage: 'No rows' });
    case 'agent_offline':
      return i18n.translate('webServerRce.progress.offline', {
        defaultMessage: 'Agent not reachable',
      });
    case 'failed':
      return i18n.translate('webServerRce.progress.failed', { defaultMessage: 'Failed' });
    case 'timed_out':
      return i18n.translate('webServerRce.progress.timedOut', { defaultMessage: 'Timed out' });
  }
};

export const waitingText = (): string =>
  i18n.translate('webServerRce.progress.waiting', { defaultMessage: 'Waiting' });
