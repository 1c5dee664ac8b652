import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { GuideStep } from '../../common/guide/guide_steps';
import { useRuns } from '../osquery/use_runs';
import { MarkdownText } from '../text/markdown_text';
import { StepRow } from '../triage/step_row';
import { BrokenQuery } from './broken_query';
import { OwnQueryList } from './own_query_list';
import { QueryBlock } from './query_block';
import type { FilledOwnQuery } from './use_own_queries';

/** A step of the guide with its queries in place, the guide's own first. */
export const GuideStepView = ({
  step,
  own,
  toBlockId,
}: {
  step: GuideStep;
  own: readonly FilledOwnQuery[];
  /** Id of the block of one of the step's queries, to which the overview leads. */
  toBlockId: (place: number) => string;
}): ReactElement => {
  const { alert } = useRuns();
  const content = (
    <>
      {step.queries.map(({ part, reading }, place) => (
        <div key={place}>
          <EuiSpacer size="s" />
          {part.kind === 'query' ? (
            <QueryBlock part={part} id={toBlockId(place)} reading={reading} />
          ) : (
            <BrokenQuery part={part} />
          )}
        </div>
      ))}
      <OwnQueryList queries={own} />
    </>
  );
  return step.text === '' ? (
    content
  ) : (
    <StepRow
      alertId={alert.id}
      step={step.id}
      depth={step.depth}
      label={<MarkdownText text={step.text} />}
    >
      {content}
    </StepRow>
  );
};
