import { EuiSkeletonText, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { OsqueryNotice } from '../osquery/agent/osquery_notice';
import { useRuns } from '../osquery/use_runs';
import { MarkdownText } from '../text/markdown_text';
import { Problem } from '../text/problem';
import { BrokenQuery } from './broken_query';
import { GuideProgress } from './guide_progress';
import { QueryBlock } from './query_block';
import { isQueryPart } from './query_part';
import { useGuide } from './use_guide';

/** The investigation guide: prose with a run button in the place of every query. */
export const GuideView = (): ReactElement => {
  const { alert } = useRuns();
  const guide = useGuide(alert.id);
  const guideId = useGeneratedHtmlId({ prefix: 'guide' });
  const toBlockId = (index: number): string => `${guideId}-${index}`;
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
  const queries = guide.data.flatMap((part, index) =>
    isQueryPart(part) ? [{ part, blockId: toBlockId(index) }] : []
  );
  return (
    <div data-test-subj="webServerRceGuide">
      <OsqueryNotice />
      <EuiSpacer size="s" />
      {queries.length > 1 && (
        <>
          <GuideProgress queries={queries} />
          <EuiSpacer size="m" />
        </>
      )}
      {guide.data.map((part, index) => (
        <Part key={index} part={part} id={toBlockId(index)} />
      ))}
    </div>
  );
};

const Part = ({ part, id }: { part: FilledGuidePart; id: string }): ReactElement => {
  switch (part.kind) {
    case 'markdown':
      return <MarkdownText text={part.text} />;
    case 'query':
      return (
        <>
          <EuiSpacer size="s" />
          <QueryBlock part={part} id={id} />
          <EuiSpacer size="m" />
        </>
      );
    case 'broken_query':
      return <BrokenQuery part={part} />;
  }
};
