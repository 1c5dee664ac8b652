import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { AlertLinksRow } from '../../elsewhere/alert_links_row';
import { Section } from '../section';
import { KeyFields } from './key_fields';
import { Mitre } from './mitre';
import { RawEvent } from './raw_event';
import { RuleFacts } from './rule_facts';

/** Everything that is known, for looking things up: the event's fields, the rule, its tactics, the document. */
export const DetailsTab = ({ alert }: { alert: Alert }): ReactElement => (
  <>
    <AlertLinksRow alert={alert} />
    <Section
      title={i18n.translate('webServerRce.details.fields', { defaultMessage: 'Key fields' })}
    >
      <KeyFields {...alert} />
    </Section>
    <Section title={i18n.translate('webServerRce.details.rule', { defaultMessage: 'Rule' })}>
      <RuleFacts alert={alert} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.details.mitre', { defaultMessage: 'MITRE ATT&CK' })}
    >
      <Mitre threat={alert.threat} />
    </Section>
    <Section
      title={i18n.translate('webServerRce.details.document', { defaultMessage: 'Raw event' })}
    >
      <RawEvent alert={alert} />
    </Section>
  </>
);
