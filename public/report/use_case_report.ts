import { i18n } from '@kbn/i18n';
import { useMemo } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { toCaseReport, type CaseReport } from '../../common/report/case_report';
import { NO_TRIAGE } from '../../common/triage/triage';
import { useGuide } from '../guide/use_guide';
import { useAlertRequests } from '../request/use_alert_requests';
import { useStory } from '../story/use_story';
import { useTriage } from '../triage/use_triage';

/** As much of the story as is read when an alert is opened. */
const STORY_MINUTES = 15;

/** The report of an alert; undefined until everything was read or failed to be. What failed makes it a partial one. */
export const useCaseReport = (alert: Alert): CaseReport | undefined => {
  const story = useStory(alert.id, STORY_MINUTES);
  const requests = useAlertRequests(alert.id);
  const triage = useTriage(alert.id);
  const guide = useGuide(alert.id);
  const isLoading = [story, requests, triage, guide].some((query) => query.isLoading);
  return useMemo(() => {
    if (isLoading) return undefined;
    const { investigation, response } = toGuideSteps(guide.data ?? []);
    return toCaseReport(
      {
        alert,
        story: story.data,
        requests: requests.data,
        triage: triage.data ?? NO_TRIAGE,
        steps: [...investigation, ...response],
      },
      i18n.translate
    );
  }, [alert, guide.data, isLoading, requests.data, story.data, triage.data]);
};
