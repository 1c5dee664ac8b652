import { EuiSkeletonText, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { FilledGuidePart } from '../../common/guide/guide_part';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { isCustomersGuide } from '../../common/guide/is_customers_guide';
import { OsqueryNotice } from '../osquery/agent/osquery_notice';
import { TargetChoice } from '../osquery/agent/target_choice';
import { useRuns } from '../osquery/use_runs';
import { Fold } from '../text/fold';
import { MarkdownText } from '../text/markdown_text';
import { Problem } from '../text/problem';
import { GuideProgress } from './guide_progress';
import { GuideStepView } from './guide_step_view';
import { OwnQueryList } from './own_query_list';
import { isQueryPart } from './query_part';
import { useGuide } from './use_guide';
import { useOwnQueries } from './use_own_queries';

/** The investigation guide: its queries at one glance, then its steps to tick with the queries in place. */
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
  return (
    <div data-test-subj="webServerRceGuide">
      <OsqueryNotice />
      <TargetChoice />
      <EuiSpacer size="s" />
      <GuideContent parts={guide.data} />
    </div>
  );
};

const GuideContent = ({ parts }: { parts: readonly FilledGuidePart[] }): ReactElement => {
  const { alert } = useRuns();
  const guideId = useGeneratedHtmlId({ prefix: 'guide' });
  const own = useOwnQueries(alert) ?? [];
  const { investigation, prose } = useMemo(() => toGuideSteps(parts), [parts]);
  const toBlockId = (step: string, place: number): string => `${guideId}-${step}-${place}`;
  const queries = investigation.flatMap((step) =>
    step.queries.flatMap(({ part }, place) =>
      isQueryPart(part) ? [{ part, blockId: toBlockId(step.id, place) }] : []
    )
  );
  // Of another guide the numbers of the steps mean something else.
  const isInPlace = isCustomersGuide(alert);
  return (
    <>
      {parts.length === 0 && (
        <EuiText color="subdued">
          {i18n.translate('webServerRce.guide.none', {
            defaultMessage: 'The rule has no investigation guide.',
          })}
        </EuiText>
      )}
      {queries.length > 1 && (
        <>
          <GuideProgress queries={queries} />
          <EuiSpacer size="m" />
        </>
      )}
      {investigation.map((step) => (
        <GuideStepView
          key={step.id}
          step={step}
          own={isInPlace ? own.filter((query) => query.step === step.id) : []}
          toBlockId={(place) => toBlockId(step.id, place)}
        />
      ))}
      {!isInPlace && <OwnQueryList queries={own} />}
      {prose !== '' && (
        <Fold
          title={i18n.translate('webServerRce.guide.prose', {
            defaultMessage: 'Background, as the guide has it',
          })}
          titleSize="s"
          draw={() => <MarkdownText text={prose} />}
        />
      )}
    </>
  );
};
