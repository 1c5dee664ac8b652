import { EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { isCustomersGuide } from '../../common/guide/is_customers_guide';
import { toResponseFacts } from '../../common/triage/response_facts';
import { CaseSection } from '../cases/case_section';
import { DefendSection } from '../defend/defend_section';
import { AddExceptionButton } from '../exception/add_exception_button';
import { Section } from '../flyout/section';
import { useGuide } from '../guide/use_guide';
import { ReportButtons } from '../report/report_buttons';
import { useStory } from '../story/use_story';
import { MarkdownText } from '../text/markdown_text';
import { Problem } from '../text/problem';
import { AssigneeSection } from '../triage/assignee/assignee_section';
import { HistoryView } from '../triage/history_view';
import { StepRow } from '../triage/step_row';
import { StepAction } from './step_action';

/** What is done about it: the guide's response as a checklist, the report, and what was done so far. */
export const RespondTab = ({ alert }: { alert: Alert }): ReactElement => (
  <>
    <AssigneeSection alert={alert} />
    <ReportButtons alert={alert} />
    <CaseSection alert={alert} />
    <DefendSection alert={alert} />
    <Section title={i18n.translate('webServerRce.respond.steps', { defaultMessage: 'Steps' })}>
      <Steps alert={alert} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.respond.exception', {
        defaultMessage: 'If this is known work',
      })}
    >
      <AddExceptionButton alert={alert} />
    </Section>
    <Section title={i18n.translate('webServerRce.respond.history', { defaultMessage: 'History' })}>
      <HistoryView alertId={alert.id} />
    </Section>
  </>
);

const Steps = ({ alert }: { alert: Alert }): ReactElement => {
  const guide = useGuide(alert.id);
  const { data: story } = useStory(alert.id);
  const facts = useMemo(() => toResponseFacts(alert, story), [alert, story]);
  if (guide.isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.respond.notRead', {
          defaultMessage: 'The steps of the response could not be read',
        })}
        error={guide.error}
        onRetry={() => void guide.refetch()}
      />
    );
  }
  if (guide.data === undefined) return <EuiSkeletonText lines={6} />;
  const { response } = toGuideSteps(guide.data);
  const isKnown = isCustomersGuide(alert);
  return (
    <>
      {response.length === 0 && (
        <EuiText size="s" color="subdued">
          {i18n.translate('webServerRce.respond.none', {
            defaultMessage: 'The guide of this rule names no steps of a response.',
          })}
        </EuiText>
      )}
      {response.map(({ id, depth, text }) => (
        <StepRow
          key={id}
          alertId={alert.id}
          step={id}
          depth={depth}
          label={<MarkdownText text={text} />}
        >
          {isKnown && <StepAction alert={alert} step={id} facts={facts} />}
        </StepRow>
      ))}
    </>
  );
};
