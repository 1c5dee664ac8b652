import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toReason } from '../../common/alert/to_reason';
import { RequestView } from '../request/request_view';
import { StoryView } from '../story/story_view';
import { VisibleText } from '../text/visible_text';
import { HistoryView } from '../triage/history_view';
import { AlertReading } from './alert_reading';
import { KeyFields } from './key_fields';
import { Mitre } from './mitre';
import { ProcessChain } from './process_chain';
import { RelatedAlerts } from './related_alerts';
import { Section } from './section';
import { SourceNotice } from './source_notice';
import { WhyItMatched } from './why_it_matched';

/** What happened, in the order an analyst asks: in one sentence, as a chain, around it, in detail. */
export const OverviewTab = ({ alert }: { alert: Alert }): ReactElement => (
  <>
    <SourceNotice event={alert.event} />
    <EuiText size="s" data-test-subj="webServerRceReason">
      <p style={{ overflowWrap: 'anywhere' }}>
        <VisibleText text={toReason(alert.event, i18n.translate)} />
      </p>
    </EuiText>
    <Section
      title={i18n.translate('webServerRce.overview.story', {
        defaultMessage: 'Done through this server',
      })}
    >
      <StoryView alertId={alert.id} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.reading', {
        defaultMessage: 'The command, read for you',
      })}
    >
      <AlertReading event={alert.event} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.request', {
        defaultMessage: 'The request it came by',
      })}
    >
      <RequestView alertId={alert.id} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.chain', { defaultMessage: 'Who started it' })}
    >
      <ProcessChain event={alert.event} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.why', { defaultMessage: 'Why it matched' })}
    >
      <WhyItMatched alert={alert} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.related', { defaultMessage: 'Around it' })}
    >
      <RelatedAlerts alert={alert} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.mitre', { defaultMessage: 'MITRE ATT&CK' })}
    >
      <Mitre threat={alert.threat} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.overview.fields', { defaultMessage: 'Key fields' })}
    >
      <KeyFields event={alert.event} />
    </Section>
    <Section title={i18n.translate('webServerRce.overview.history', { defaultMessage: 'History' })}>
      <HistoryView alertId={alert.id} />
    </Section>
  </>
);
