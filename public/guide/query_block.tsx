import {
  EuiBadge,
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { useHost } from '../app/host';
import { AttemptCard, RunCard } from '../osquery/card/run_card';
import { toRunLabel } from '../osquery/run_words';
import { SqlBlock } from '../osquery/sql_block';
import { useLatestRuns } from '../osquery/use_latest_runs';
import { useRuns } from '../osquery/use_runs';
import { MarkdownText } from '../text/markdown_text';
import { toVisible } from '../text/split_hidden';
import { QueryEditor } from './query_editor';
import type { QueryPart } from './query_part';
import { SubstitutionList } from './substitution_list';
import { toUnfillableText } from './unfillable_text';

interface QueryBlockProps {
  readonly part: QueryPart;
  readonly id: string;
  /** How a rule asks it as evidence; the query as it stands if left out. */
  readonly evidenceSql?: string | undefined;
  /** Markdown: what the rows mean. */
  readonly reading?: string;
  /** Of this product and not of the guide: Osquery runs it only for those who may write queries. */
  readonly isOwn?: boolean;
}

/** One query: what stands in its places, its SQL, buttons to run or change it, its latest run, and how to read the rows. */
export const QueryBlock = ({
  part,
  id,
  evidenceSql,
  reading = '',
  isOwn = false,
}: QueryBlockProps): ReactElement => {
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
      data-test-subj={isOwn ? 'webServerRceOwnQuery' : 'webServerRceQuery'}
    >
      {filled.kind === 'ready' ? (
        <ReadyQuery part={part} sql={filled.sql} evidenceSql={evidenceSql} isOwn={isOwn} />
      ) : (
        <>
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
          <SubstitutionList substitutions={filled.substitutions} />
          <EuiSpacer size="xs" />
          <SqlBlock
            sql={part.template}
            title={i18n.translate('webServerRce.guide.template', {
              defaultMessage: 'Template, to fill in and run by hand',
            })}
          />
        </>
      )}
      {reading !== '' && (
        <>
          <EuiSpacer size="xs" />
          <MarkdownText text={reading} />
        </>
      )}
    </EuiPanel>
  );
};

const ReadyQuery = ({
  part,
  sql,
  evidenceSql,
  isOwn,
}: {
  part: QueryPart;
  sql: string;
  evidenceSql: string | undefined;
  isOwn: boolean;
}): ReactElement => {
  const { mayWrite } = useHost().osqueryRights;
  const { availability, start } = useRuns();
  const [isEditing, setEditing] = useState(false);
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const isAvailable = availability.kind === 'available';
  const label = toRunLabel(part.label);
  const runEdited = (text: string): void => {
    setEditing(false);
    setEdited(text);
    start({ label: text === sql ? part.label : toEditedLabel(label), sql: text });
  };
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          {isAvailable && (mayWrite || !isOwn) ? (
            <EuiButton
              size="s"
              iconType="play"
              onClick={() => {
                setEdited(undefined);
                start({ label: part.label, sql, ecsMapping: part.ecsMapping });
              }}
              data-test-subj="webServerRceRunQuery"
            >
              {toVisible(label)}
            </EuiButton>
          ) : (
            <EuiText size="s">
              <strong>{toVisible(label)}</strong>
            </EuiText>
          )}
        </EuiFlexItem>
        {isOwn && (
          <EuiFlexItem grow={false}>
            <EuiBadge color="hollow">
              {i18n.translate('webServerRce.guide.own', { defaultMessage: 'of this product' })}
            </EuiBadge>
          </EuiFlexItem>
        )}
        {isAvailable && mayWrite && (
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="xs"
              iconType="pencil"
              aria-expanded={isEditing}
              onClick={() => setEditing(!isEditing)}
            >
              {i18n.translate('webServerRce.guide.edit', { defaultMessage: 'Edit' })}
            </EuiButtonEmpty>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {isOwn && isAvailable && !mayWrite && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('webServerRce.guide.needsRight', {
            defaultMessage:
              'Queries that are not in the alert’s guide need Kibana’s privilege “Osquery: Live queries, All”. Copy the SQL and ask somebody who has it, or run it on the host.',
          })}
        </EuiText>
      )}
      {part.filled.kind === 'ready' && (
        <SubstitutionList substitutions={part.filled.substitutions} />
      )}
      {isEditing && (
        <QueryEditor sql={edited ?? sql} onRun={runEdited} onCancel={() => setEditing(false)} />
      )}
      <EuiSpacer size="xs" />
      <LatestRunCards sql={edited ?? sql} evidenceSql={edited ?? evidenceSql} />
    </>
  );
};

const toEditedLabel = (label: string): string =>
  i18n.translate('webServerRce.guide.edited', {
    defaultMessage: '{label} (edited)',
    values: { label },
  });

/** The newest run of this SQL for this alert on each host, or just the SQL while there is none. */
const LatestRunCards = ({
  sql,
  evidenceSql,
}: {
  sql: string;
  evidenceSql: string | undefined;
}): ReactElement => {
  const latest = useLatestRuns(sql, evidenceSql);
  if (latest.length === 0) return <SqlBlock sql={sql} />;
  return (
    <>
      {latest.map((one) =>
        one.kind === 'attempt' ? (
          <AttemptCard key={one.attempt.agentId} attempt={one.attempt} inGuide />
        ) : (
          <RunCard key={one.run.queryId} run={one.run} inGuide />
        )
      )}
    </>
  );
};
