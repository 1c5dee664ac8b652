import { EuiAccordion, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { EvidencePanel } from '../osquery/evidence/evidence_panel';
import { RunList } from '../osquery/run_list';
import { useRuns } from '../osquery/use_runs';
import { GuideView } from './guide_view';

/** The guide with its queries, and every run of the alert. */
export const InvestigateTab = (): ReactElement => (
  <>
    <EvidencePanel />
    <GuideView />
    <EuiSpacer size="m" />
    <AllRuns />
  </>
);

const AllRuns = (): ReactElement => {
  const { attempts, sent, elsewhere } = useRuns();
  const [isOpen, setOpen] = useState(false);
  const id = useGeneratedHtmlId({ prefix: 'runs' });
  return (
    <EuiAccordion
      id={id}
      forceState={isOpen ? 'open' : 'closed'}
      onToggle={setOpen}
      paddingSize="s"
      data-test-subj="webServerRceAllRuns"
      buttonContent={
        <EuiText size="s">
          {i18n.translate('webServerRce.runs.all', {
            defaultMessage:
              '{count, plural, =0 {No run of this alert} one {The one run of this alert} other {All # runs of this alert}}',
            values: { count: attempts.length + sent.length + elsewhere.length },
          })}
        </EuiText>
      }
    >
      {isOpen && <RunList />}
    </EuiAccordion>
  );
};
