import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { MouseEvent, ReactElement } from 'react';
import type { SentRun } from '../osquery/run';
import { RunMark } from '../osquery/card/run_mark';
import { toRunLabel, toRunTone, type RunTone } from '../osquery/run_words';
import { useLatestRuns } from '../osquery/use_latest_runs';
import { useRunState } from '../osquery/use_run_state';
import { toVisible } from '../text/split_hidden';
import type { QueryPart } from './query_part';
import { toShortState, waitingText } from './short_state';

interface RowProps {
  readonly label: string;
  /** Id of the query's block in the guide, to which a click leads. */
  readonly blockId: string;
}

/** One query of the guide and how its newest run stands. */
export const ProgressRow = ({
  part,
  blockId,
}: {
  part: QueryPart;
  blockId: string;
}): ReactElement => {
  const row = { label: toVisible(toRunLabel(part.label)), blockId };
  return part.filled.kind === 'ready' ? (
    <ReadyRow {...row} sql={part.filled.sql} />
  ) : (
    <Row
      {...row}
      tone="warning"
      state={i18n.translate('webServerRce.progress.notRunnable', {
        defaultMessage: 'Can not be run',
      })}
    />
  );
};

const ReadyRow = ({ sql, ...row }: RowProps & { sql: string }): ReactElement => {
  const [latest] = useLatestRuns(sql);
  if (latest === undefined) {
    const state = i18n.translate('webServerRce.progress.notRun', { defaultMessage: 'Not run' });
    return <Row {...row} tone={undefined} state={state} />;
  }
  if (latest.kind === 'sent') return <SentRow {...row} run={latest.run} />;
  return latest.attempt.refusal === undefined ? (
    <Row {...row} tone="busy" state={waitingText()} />
  ) : (
    <Row
      {...row}
      tone="danger"
      state={i18n.translate('webServerRce.progress.refused', { defaultMessage: 'Refused' })}
    />
  );
};

const SentRow = ({ run, ...row }: RowProps & { run: SentRun }): ReactElement => {
  const { state } = useRunState(run);
  return <Row {...row} tone={toRunTone(state)} state={toShortState(state)} />;
};

const Row = ({
  label,
  blockId,
  tone,
  state,
}: RowProps & { tone: RunTone | undefined; state: string }): ReactElement => (
  <li data-test-subj="webServerRceProgressRow">
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false} style={{ width: 16, alignItems: 'center' }}>
        {tone === undefined ? <EuiIcon type="minus" color="subdued" /> : <RunMark tone={tone} />}
      </EuiFlexItem>
      <EuiFlexItem style={{ minWidth: 0 }}>
        <EuiText size="s">
          <EuiLink
            href={`#${blockId}`}
            onClick={(event: MouseEvent) => {
              event.preventDefault();
              showBlock(blockId);
            }}
          >
            {label}
          </EuiLink>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="s" color="subdued">
          {state}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  </li>
);

const showBlock = (id: string): void => {
  const block = document.getElementById(id);
  block?.scrollIntoView({ block: 'start' });
  block?.focus({ preventScroll: true });
};
