import { EuiEmptyPrompt, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Fragment, type ReactElement } from 'react';
import { AttemptCard, RunCard } from './card/run_card';
import { useRuns } from './use_runs';

/** All runs of the alert, newest first. */
export const RunList = (): ReactElement => {
  const { attempts, sent, elsewhere } = useRuns();
  const runs = [...sent, ...elsewhere].sort((one, other) => other.startedAt - one.startedAt);
  return (
    <div data-test-subj="webServerRceRunList">
      {attempts.length + runs.length === 0 && (
        <EuiEmptyPrompt
          iconType="search"
          titleSize="xs"
          title={
            <h3>
              {i18n.translate('webServerRce.runs.none', {
                defaultMessage: 'No query has been run for this alert yet',
              })}
            </h3>
          }
          body={
            <p>
              {i18n.translate('webServerRce.runs.noneBody', {
                defaultMessage: 'The investigation guide has queries to run with one click.',
              })}
            </p>
          }
        />
      )}
      {attempts.map((attempt) => (
        <Fragment key={attempt.id}>
          <AttemptCard attempt={attempt} />
          <EuiSpacer size="s" />
        </Fragment>
      ))}
      {runs.map((run) => (
        <Fragment key={run.queryId}>
          <RunCard run={run} />
          <EuiSpacer size="s" />
        </Fragment>
      ))}
    </div>
  );
};
