import { EuiCallOut, EuiEmptyPrompt, EuiSkeletonText, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import type { RunHistory } from '../../common/run/run_history';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { toVisible } from '../text/split_hidden';
import { useTimeFormat } from '../text/use_time_format';
import { SearchAgainForm } from './search_again_form';
import { RunTable } from './run_table';
import { useRunHistory, useSearchAgain } from './use_run_history';

/** How the runs of a rule went, what is left to search, and a way to have a period searched again. */
export const RunsTab = ({ rule }: { rule: PresentRule }): ReactElement => {
  const { mayWrite } = useHost();
  const history = useRunHistory(rule.id);
  const { ask, isAsking } = useSearchAgain(rule.id);
  if (history.data === undefined) {
    return history.isError ? (
      <Problem
        title={i18n.translate('webServerRce.runs.notRead', {
          defaultMessage: 'The runs could not be read',
        })}
        error={history.error}
        onRetry={() => void history.refetch()}
      />
    ) : (
      <EuiSkeletonText lines={6} />
    );
  }
  return (
    <div data-test-subj="webServerRceRuns">
      <Pending history={history.data} isEnabled={rule.enabled} />
      {history.data.runs.length === 0 ? (
        <EuiEmptyPrompt
          iconType="clock"
          title={
            <h2>
              {i18n.translate('webServerRce.runs.noneYet', {
                defaultMessage: 'This rule has not run yet',
              })}
            </h2>
          }
        />
      ) : (
        <RunTable runs={history.data.runs} />
      )}
      {mayWrite && (
        <>
          <EuiSpacer size="l" />
          <EuiTitle size="xs">
            <h2>
              {i18n.translate('webServerRce.runs.again', {
                defaultMessage: 'Search a period again',
              })}
            </h2>
          </EuiTitle>
          <EuiSpacer size="s" />
          <SearchAgainForm onAsk={ask} isAsking={isAsking} />
        </>
      )}
    </div>
  );
};

/** Periods that the next run takes up. */
const Pending = ({
  history: { pending },
  isEnabled,
}: {
  history: RunHistory;
  isEnabled: boolean;
}): ReactElement | null => {
  const time = useTimeFormat();
  if (pending.length === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="clock"
        title={
          isEnabled
            ? i18n.translate('webServerRce.runs.pending', {
                defaultMessage: 'The next run also searches',
              })
            : i18n.translate('webServerRce.runs.pendingOff', {
                defaultMessage: 'Once the rule is switched on, its next run also searches',
              })
        }
        data-test-subj="webServerRcePendingPeriods"
      >
        <ul>
          {pending.map(({ from, to, by, at }) => (
            <li key={`${from}${to}${at}`}>
              {time.full(from)} – {time.full(to)}
              {by !== undefined && ` (${toVisible(by)})`}
            </li>
          ))}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
