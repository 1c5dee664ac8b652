import type { RuleExecutorServices } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { joinSentences } from '../../common/i18n/join_sentences';
import type { LostAlerts } from './find_lost_alerts';
import type { NewMatches } from './find_new_matches';
import type { SearchWindow } from './search_window';

interface Outcome {
  readonly window: SearchWindow;
  readonly found: NewMatches;
  readonly lost: LostAlerts;
}

/** Says in the rule's run outcome what was searched and raised, and warns of everything that was not as usual. */
export const reportOutcome = (
  results: RuleExecutorServices['ruleResultService'],
  { window, found, lost }: Outcome
): void => {
  if (!results) return;
  const warnings: string[] = [];
  if (found.carryFrom !== undefined) {
    warnings.push(
      i18n.translate('webServerRce.run.carriedOver', {
        defaultMessage:
          'More than {limit} new matches: those from {time} on are carried over to the next run. None is dropped.',
        values: { limit: found.matches.length, time: found.carryFrom },
      })
    );
  }
  if (lost.retried.length > 0) {
    warnings.push(
      i18n.translate('webServerRce.run.lostAlerts', {
        defaultMessage:
          '{count} alerts of the last run were not stored and are raised again. Kibana’s log says why storing failed.',
        values: { count: lost.retried.length },
      })
    );
  }
  const [abandoned] = lost.abandoned;
  if (abandoned) {
    warnings.push(
      i18n.translate('webServerRce.run.abandonedAlerts', {
        defaultMessage:
          '{count} alerts could not be stored in {attempts} runs and are given up, the first of them {instanceId}. Look at their events, and in Kibana’s log for why storing failed.',
        values: {
          count: lost.abandoned.length,
          attempts: abandoned.attempts,
          instanceId: abandoned.instanceId,
        },
      })
    );
  }
  if (found.overfullTime !== undefined) {
    warnings.push(
      i18n.translate('webServerRce.run.overfullTime', {
        defaultMessage:
          'More than 10,000 events match at {time}: what exceeds that in this one millisecond can not be read. Narrow the query.',
        values: { time: found.overfullTime },
      })
    );
  }
  warnings.forEach((warning) => results.addLastRunWarning(warning));
  const summary = i18n.translate('webServerRce.run.summary', {
    defaultMessage:
      'Searched {from} to {to}: {count, plural, one {# new alert} other {# new alerts}}.',
    values: { from: window.from, to: window.to, count: found.matches.length },
  });
  results.setLastRunOutcomeMessage(joinSentences(summary, warnings, i18n.translate));
};
