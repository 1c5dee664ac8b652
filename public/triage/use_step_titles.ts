import { useMemo } from 'react';
import { shorten } from '../../common/alert/shorten';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { useGuide } from '../guide/use_guide';

const LONGEST_TITLE = 80;

/** The beginning of each step of the alert's guide, by the step's id. */
export const useStepTitles = (alertId: string): ReadonlyMap<string, string> => {
  const { data: parts } = useGuide(alertId);
  return useMemo(() => {
    const { investigation, response } = toGuideSteps(parts ?? []);
    return new Map(
      [...investigation, ...response].map(({ id, text }) => [
        id,
        shorten(text.split('\n', 1)[0] ?? '', LONGEST_TITLE),
      ])
    );
  }, [parts]);
};
