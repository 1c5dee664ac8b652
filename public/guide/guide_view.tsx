import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { OsqueryNotice } from '../osquery/osquery_notice';
import { useRuns } from '../osquery/use_runs';
import { MarkdownText } from '../text/markdown_text';
import { Problem } from '../text/problem';
import { BrokenQuery } from './broken_query';
import { QueryBlock } from './query_block';
import { useGuide } from './use_guide';

/** The investigation guide: prose with a run button in the place of every query. */
export const GuideView = (): ReactElement => {
  const { alert } = useRuns();
  const guide = useGuide(alert.id);
  if (guide.isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.guide.notRead', {
          defaultMessage: 'The investigation guide could not be read',
        })}
        error={guide.error}
        onRetry={() => void guide.refetch()}
      />
    );
  }
  if (guide.data === undefined) return <EuiSkeletonText lines={8} />;
  if (guide.data.length === 0) {
    return (
      <EuiText color="subdued">
        {i18n.translate('webServerRce.guide.none', {
          defaultMessage: 'The rule has no investigation guide.',
        })}
      </EuiText>
    );
  }
  return (
    <div data-test-subj="webServerRceGuide">
      <RunAll parts={guide.data} />
      <OsqueryNotice />
      <EuiSpacer size="s" />
      {guide.data.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
};

const Part = ({ part }: { part: FilledGuidePart }): ReactElement => {
  switch (part.kind) {
    case 'markdown':
      return <MarkdownText text={part.text} />;
    case 'query':
      return (
        <>
          <EuiSpacer size="s" />
          <QueryBlock part={part} />
          <EuiSpacer size="m" />
        </>
      );
    case 'broken_query':
      return <BrokenQuery part={part} />;
  }
};

/** Runs every query that can be run; those that can't say in their place why not. */
const RunAll = ({ parts }: { parts: readonly FilledGuidePart[] }): ReactElement | null => {
  const { availability, start } = useRuns();
  const ready = parts.flatMap((part) =>
    part.kind === 'query' && part.filled.kind === 'ready'
      ? [{ label: part.label, sql: part.filled.sql, ecsMapping: part.ecsMapping }]
      : []
  );
  if (availability.kind !== 'available' || ready.length < 2) return null;
  return (
    <>
      <EuiFlexGroup justifyContent="flexEnd" gutterSize="none" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            iconType="play"
            onClick={() => ready.forEach(start)}
            data-test-subj="webServerRceRunAll"
          >
            {i18n.translate('webServerRce.guide.runAll', {
              defaultMessage: 'Run all {count} queries',
              values: { count: ready.length },
            })}
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
};
