import { EuiButton, EuiCallOut, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { AttemptCard, RunCard } from '../osquery/card/run_card';
import { toRunLabel } from '../osquery/run_words';
import { SqlBlock } from '../osquery/sql_block';
import { useLatestRun } from '../osquery/use_latest_run';
import { useRuns } from '../osquery/use_runs';
import { toVisible } from '../text/split_hidden';
import type { QueryPart } from './query_part';
import { SubstitutionList } from './substitution_list';
import { toUnfillableText } from './unfillable_text';

/** One query of the guide: what stands in its places, its SQL, a button to run it, and its latest run. */
export const QueryBlock = ({ part, id }: { part: QueryPart; id: string }): ReactElement => {
  const { filled } = part;
  return (
    <EuiPanel
      color="subdued"
      hasShadow={false}
      paddingSize="s"
      role="group"
      id={id}
      tabIndex={-1}
      aria-label={toRunLabel(part.label)}
      data-test-subj="webServerRceQuery"
    >
      {filled.kind === 'ready' ? (
        <ReadyQuery part={part} sql={filled.sql} />
      ) : (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="warning"
          title={i18n.translate('webServerRce.guide.notRunnable', {
            defaultMessage: '“{label}” can not be run for this alert',
            values: { label: toVisible(toRunLabel(part.label)) },
          })}
        >
          <p>{toUnfillableText(filled.problem)}</p>
        </EuiCallOut>
      )}
      <SubstitutionList substitutions={filled.substitutions} />
      <EuiSpacer size="xs" />
      {filled.kind === 'ready' ? (
        <LatestRun sql={filled.sql} />
      ) : (
        <SqlBlock
          sql={part.template}
          title={i18n.translate('webServerRce.guide.template', {
            defaultMessage: 'Template, to fill in and run by hand',
          })}
        />
      )}
    </EuiPanel>
  );
};

const ReadyQuery = ({ part, sql }: { part: QueryPart; sql: string }): ReactElement => {
  const { availability, start } = useRuns();
  if (availability.kind !== 'available') {
    return (
      <EuiText size="s">
        <strong>{toVisible(toRunLabel(part.label))}</strong>
      </EuiText>
    );
  }
  return (
    <EuiButton
      size="s"
      iconType="play"
      onClick={() => start({ label: part.label, sql, ecsMapping: part.ecsMapping })}
      data-test-subj="webServerRceRunQuery"
    >
      {toVisible(toRunLabel(part.label))}
    </EuiButton>
  );
};

/** The newest run of this SQL for this alert, or just the SQL while there is none. */
const LatestRun = ({ sql }: { sql: string }): ReactElement => {
  const latest = useLatestRun(sql);
  if (latest === undefined) return <SqlBlock sql={sql} />;
  return latest.kind === 'attempt' ? (
    <AttemptCard attempt={latest.attempt} inGuide />
  ) : (
    <RunCard key={latest.run.queryId} run={latest.run} inGuide />
  );
};
