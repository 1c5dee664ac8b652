import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTextColor,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTimeFormat } from '../../text/use_time_format';
import { VisibleText } from '../../text/visible_text';
import type { Attempt, SentRun } from '../run';
import { toRunLabel } from '../run_words';
import { OtherHostBadge } from './other_host_badge';
import { SqlBlock } from '../sql_block';
import { useRuns } from '../use_runs';

/** What every run shows, however it stands: its name, when it started, its SQL, and a way to run it again. */
export const RunFrame = ({
  run,
  canRunAgain,
  inGuide,
  facts = [],
  action,
  children,
}: {
  run: SentRun | Attempt;
  canRunAgain: boolean;
  /** The guide shows the name and the button to run right above. */
  inGuide: boolean;
  /** What is known of it besides when it started. */
  facts?: readonly string[];
  /** What else can be done about it. */
  action?: ReactNode;
  children: ReactNode;
}): ReactElement => {
  const time = useTimeFormat();
  const { start, availability } = useRuns();
  const startedAt = new Date(run.startedAt).toISOString();
  return (
    <EuiPanel
      hasBorder
      hasShadow={false}
      paddingSize="s"
      data-test-subj="webServerRceRun"
      aria-label={toRunLabel(run.label)}
      role="group"
    >
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <EuiText size="s">
            {!inGuide && (
              <strong>
                <VisibleText text={`${toRunLabel(run.label)} `} />
              </strong>
            )}
            <EuiTextColor color="subdued">
              <span title={time.full(startedAt)}>{time.relative(startedAt)}</span>
              {facts.map((fact) => (
                <Fragment key={fact}>
                  {' · '}
                  <VisibleText text={fact} />
                </Fragment>
              ))}
            </EuiTextColor>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <OtherHostBadge agentId={run.agentId} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>{action}</EuiFlexItem>
        {canRunAgain && !inGuide && availability.kind === 'available' && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              iconType="refresh"
              onClick={() =>
                start({ label: run.label, sql: run.sql, ecsMapping: run.ecsMapping }, [run.agentId])
              }
              data-test-subj="webServerRceRunAgain"
            >
              {i18n.translate('webServerRce.run.again', { defaultMessage: 'Run again' })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="xs" />
      {children}
      <EuiSpacer size="xs" />
      <SqlBlock sql={run.sql} />
    </EuiPanel>
  );
};
