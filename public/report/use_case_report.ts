import { i18n } from '@kbn/i18n';
import type { Alert } from '../../common/alert/alert';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { toCaseReport, type CaseReport } from '../../common/report/case_report';
import { NO_TRIAGE } from '../../common/triage/triage';
import { useGuide } from '../guide/use_guide';
import { useAnsweredQueries } from '../osquery/evidence/use_answered_queries';
import { useAlertRequests } from '../request/use_alert_requests';
import { useStory } from '../story/use_story';
import { useTriage } from '../triage/use_triage';

/**
 * What makes the report of an alert; undefined until everything was read or failed to be. What failed makes it a partial one.
 */
export const useCaseReport = (alert: Alert): (() => CaseReport) | undefined => {
  const story = useStory(alert.id);
  const requests = useAlertRequests(alert.id);
  const triage = useTriage(alert.id);
  const guide = useGuide(alert.id);
  const host = useAnsweredQueries();
  if ([story, requests, triage, guide, host].some((query) => query.isLoading)) return undefined;
  return () => {
    const { investigation, response } = toGuideSteps(guide.data ?? []);
    return toCaseReport(
      {
        alert,
        story: story.data,
        requests: requests.data,
        answers: host.getAnswers(),
        areAnswersPartial: host.isPartial,
        triage: triage.data ?? NO_TRIAGE,
        steps: [...investigation, ...response],
      },
      i18n.translate
    );
  };
};
