import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { Section } from '../flyout/section';
import { HistoryView } from '../triage/history_view';

/** What is done about it, and what was done so far. */
export const RespondTab = ({ alert }: { alert: Alert }): ReactElement => (
  <Section title={i18n.translate('webServerRce.respond.history', { defaultMessage: 'History' })}>
    <HistoryView alertId={alert.id} />
  </Section>
);
