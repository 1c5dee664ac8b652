import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { isFinal } from '../../../common/osquery/run_state';
import { useTimeFormat } from '../../text/use_time_format';
import { CompareRuns } from '../compare/compare_runs';
import { useRuns } from '../use_runs';
import { toRunDetails } from '../evidence/to_run_details';
import { CancelButton } from './cancel_button';
import { ResultView } from '../results/result_view';
import type { Attempt, SentRun } from '../run';
import { RunFrame } from './run_frame';
import { RunSentence } from './run_sentence';
import { toRefusalText, toRunStateText, toRunTone } from '../run_words';
import { useRunState } from '../use_run_state';

/** A run that Kibana took: its state as a sentence, and its rows. */
export const RunCard = ({
  run,
  inGuide = false,
}: {
  run: SentRun;
  inGuide?: boolean;
}): ReactElement => {
  const time = useTimeFormat();
  const { alert } = useRuns();
  const { state, tookMs, readAgain } = useRunState(run);
  const table = state.kind === 'rows' || state.kind === 'running' ? state.table : undefined;
  return (
    <RunFrame
      run={run}
      canRunAgain={isFinal(state)}
      inGuide={inGuide}
      facts={toRunDetails(run, alert.eventTime, tookMs)}
      action={!isFinal(state) && <CancelButton run={run} onCancelled={readAgain} />}
    >
      <RunSentence
        tone={toRunTone(state)}
        text={toRunStateText(state, time)}
        words={state.kind === 'failed' ? state.message : ''}
        onReadAgain={state.kind === 'failed' && state.reason === 'request' ? readAgain : undefined}
      />
      {table !== undefined && table.rows.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <ResultView table={table} run={run} />
          {isFinal(state) && <CompareRuns run={run} table={table} />}
        </>
      )}
    </RunFrame>
  );
};

/** A query on its way to Kibana, or refused by it. */
export const AttemptCard = ({
  attempt,
  inGuide = false,
}: {
  attempt: Attempt;
  inGuide?: boolean;
}): ReactElement => {
  const time = useTimeFormat();
  const { refusal } = attempt;
  return (
    <RunFrame run={attempt} canRunAgain={refusal !== undefined} inGuide={inGuide}>
      {refusal === undefined ? (
        <RunSentence tone="busy" text={toRunStateText({ kind: 'waiting' }, time)} words="" />
      ) : (
        <RunSentence tone="danger" text={toRefusalText(refusal)} words={refusal.message} />
      )}
    </RunFrame>
  );
};
