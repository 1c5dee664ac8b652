import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { findAlertSigns } from '../../../common/alert/find_alert_signs';
import { HostFindings } from '../../osquery/evidence/host_findings';
import { RequestView } from '../../request/request_view';
import { StoryView } from '../../story/story_view';
import { Section } from '../section';
import { SourceNotice } from '../source_notice';
import { useFlyoutPlace } from '../use_flyout_place';
import { WhyItMatched } from '../why/why_it_matched';
import { AlertReading } from './alert_reading';
import { CaseSentence } from './case_sentence';
import { ProcessChain } from './process_chain';
import { RelatedAlerts } from './related_alerts';
import { SignList } from './sign_list';

/** What happened, in the order an analyst asks: in one sentence with what speaks for it, how it came in, what the host held, what else was done, why the rule saw it. */
export const StoryTab = ({ alert }: { alert: Alert }): ReactElement => {
  const { showTab } = useFlyoutPlace();
  const signs = useMemo(() => findAlertSigns(alert), [alert]);
  return (
    <>
      <SourceNotice event={alert.event} />
      <CaseSentence alert={alert} />
      {signs.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <SignList signs={signs} />
        </>
      )}
      <Section
        title={i18n.translate('webServerRce.story.request', {
          defaultMessage: 'The request it came by',
        })}
      >
        <RequestView alert={alert} />
      </Section>
      <Section
        title={i18n.translate('webServerRce.story.host', {
          defaultMessage: 'What the host held',
        })}
      >
        <HostFindings onOpenQueries={() => showTab('investigate')} />
      </Section>
      <Section
        title={i18n.translate('webServerRce.story.title', {
          defaultMessage: 'Done through this server',
        })}
      >
        <StoryView alertId={alert.id} />
      </Section>
      <Section
        title={i18n.translate('webServerRce.story.reading', {
          defaultMessage: 'The command, read for you',
        })}
      >
        <AlertReading alert={alert} />
      </Section>
      <Section
        title={i18n.translate('webServerRce.story.why', { defaultMessage: 'Why it matched' })}
      >
        <WhyItMatched alert={alert} />
      </Section>
      <Section
        title={i18n.translate('webServerRce.story.chain', { defaultMessage: 'Who started it' })}
      >
        <ProcessChain event={alert.event} />
      </Section>
      <Section title={i18n.translate('webServerRce.story.around', { defaultMessage: 'Around it' })}>
        <RelatedAlerts alert={alert} />
      </Section>
    </>
  );
};
