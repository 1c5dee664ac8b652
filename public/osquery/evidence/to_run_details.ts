import { i18n } from '@kbn/i18n';
import type { SentRun } from '../run';
import { toSecondsText } from './to_seconds_text';

/** Who ran a query, on which agent, how long it took, and of evidence how long after the exec it was sent, or before where an earlier alert's is shared. */
export const toRunDetails = (
  { isEvidence, userName, agentId, startedAt }: SentRun,
  eventTime: string,
  tookMs: number | undefined
): readonly string[] => [
  ...(isEvidence === true ? [toEvidenceText(startedAt - Date.parse(eventTime))] : []),
  ...(userName === undefined ? [] : [toUserText(userName)]),
  ...(agentId === '' ? [] : [toAgentText(agentId)]),
  ...(tookMs === undefined ? [] : [toTookText(tookMs)]),
];

const toEvidenceText = (afterMs: number): string =>
  afterMs < 0
    ? i18n.translate('webServerRce.run.evidenceBefore', {
        defaultMessage: 'evidence, {before} before the exec',
        values: { before: toSecondsText(-afterMs) },
      })
    : i18n.translate('webServerRce.run.evidence', {
        defaultMessage: 'evidence, {after} after the exec',
        values: { after: toSecondsText(afterMs) },
      });

const toUserText = (user: string): string =>
  i18n.translate('webServerRce.run.by', { defaultMessage: 'by {user}', values: { user } });

const toAgentText = (agent: string): string =>
  i18n.translate('webServerRce.run.agent', { defaultMessage: 'agent {agent}', values: { agent } });

const toTookText = (tookMs: number): string =>
  i18n.translate('webServerRce.run.took', {
    defaultMessage: 'took {time}',
    values: { time: toSecondsText(tookMs) },
  });
