import { i18n } from '@kbn/i18n';
import type { HistoryEntry } from '../../common/triage/triage';
import { toSeverityText, toStatusText } from '../alerts/status_text';
import { toResponseText } from '../defend/to_response_text';
import { toVerdictText } from './to_verdict_text';

/**
 * One thing that was done, in words.
 * @param stepTitles what the guide's steps are called, by id
 */
export const toChangeText = (
  change: HistoryEntry['change'],
  stepTitles: ReadonlyMap<string, string>
): string => {
  switch (change.kind) {
    case 'verdict': {
      const verdict = i18n.translate('webServerRce.change.verdict', {
        defaultMessage: 'Verdict: {verdict}',
        values: { verdict: toVerdictText(change.verdict) },
      });
      return change.comment === '' ? verdict : `${verdict} · ${change.comment}`;
    }
    case 'verdict_withdrawn':
      return i18n.translate('webServerRce.change.withdrawn', {
        defaultMessage: 'Verdict taken back',
      });
    case 'status':
      return i18n.translate('webServerRce.change.status', {
        defaultMessage: 'Status: {status}',
        values: { status: toStatusText(change.status) },
      });
    case 'assignee':
      return change.assignee === null
        ? i18n.translate('webServerRce.change.unassigned', { defaultMessage: 'Assigned to nobody' })
        : i18n.translate('webServerRce.change.assigned', {
            defaultMessage: 'Assigned to {assignee}',
            values: { assignee: change.assignee },
          });
    case 'step': {
      const step = stepTitles.get(change.step) ?? change.step;
      const text = change.isDone
        ? i18n.translate('webServerRce.change.stepDone', {
            defaultMessage: 'Step done: {step}',
            values: { step },
          })
        : i18n.translate('webServerRce.change.stepOpen', {
            defaultMessage: 'Step not done: {step}',
            values: { step },
          });
      return change.note === '' ? text : `${text} · ${change.note}`;
    }
    case 'reopened':
      return i18n.translate('webServerRce.change.reopened', {
        defaultMessage: 'Open again: the severity rose from {from} to {to}',
        values: { from: toSeverityText(change.from), to: toSeverityText(change.to) },
      });
    case 'note':
      return i18n.translate('webServerRce.change.note', {
        defaultMessage: 'Note: {text}',
        values: { text: change.text },
      });
    case 'response':
      return i18n.translate('webServerRce.change.response', {
        defaultMessage: 'Asked of Elastic Defend: {action}',
        values: { action: toResponseText(change) },
      });
    case 'run':
      return i18n.translate('webServerRce.change.run', {
        defaultMessage: 'Osquery run: {label}',
        values: { label: change.label },
      });
  }
};
