import type { RuleExecutorServices } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { toErrorSentence } from '../../common/errors/errors';
import { joinSentences } from '../../common/i18n/join_sentences';
import { toMilliseconds } from '../../common/time/duration';
import type { LostAlerts } from './find_lost_alerts';
import type { NewMatches } from './find_new_matches';
import type { RaisedAlerts } from './raised_alerts';
import type { SearchWindow } from './search_windows';

interface Outcome {
  readonly startedAt: Date;
  /** Alerting's duration syntax. */
  readonly interval: string;
  readonly windows: readonly SearchWindow[];
  readonly found: NewMatches;
  readonly raised: RaisedAlerts;
  readonly lost: LostAlerts;
  /** Stored alerts that could not be told what their commands have started since. */
  readonly stale: number;
  /** Access logs that could not be read, each with its reason. */
  readonly unread: readonly string[];
  readonly storesAfterRun: boolean;
}

export interface RunReport {
  readonly outcome: 'succeeded' | 'warning' | 'failed';
  /** Errors and warnings. */
  readonly messages: readonly string[];
}

/** Who mends these sees the others. */
const MOST_NAMED = 3;

/** Says in the rule's run outcome what was searched and raised, and warns of everything that was not as usual. */
export const reportOutcome = (
  results: RuleExecutorServices['ruleResultService'],
  outcome: Outcome
): RunReport => {
  const { found } = outcome;
  const warnings = toWarnings(outcome);
  const errors = found.failure
    ? [toErrorSentence(found.failure.code, found.failure.values, i18n.translate)]
    : [];
  warnings.forEach((warning) => results?.addLastRunWarning(warning));
  errors.forEach((error) => results?.addLastRunError(error));
  const sentences = [...toQuietSentences(outcome), ...warnings];
  results?.setLastRunOutcomeMessage(joinSentences(toSummary(outcome), sentences, i18n.translate));
  return {
    outcome: errors.length > 0 ? 'failed' : warnings.length > 0 ? 'warning' : 'succeeded',
    messages: [...errors, ...warnings],
  };
};

const toWarnings = (outcome: Outcome): string[] => {
  const { found, lost, stale, unread } = outcome;
  const warnings = toLeftWarnings(outcome);
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
  if (stale > 0) {
    warnings.push(
      i18n.translate('webServerRce.run.staleAlerts', {
        defaultMessage:
          '{count, plural, one {# alert} other {# alerts}} could not be brought up to date: Elasticsearch refused the change. What the commands started since stands under Story. Look whether an index of alerts is closed to changes.',
        values: { count: stale },
      })
    );
  }
  if (unread.length > 0) {
    warnings.push(
      i18n.translate('webServerRce.run.unreadLogs', {
        defaultMessage:
          'Alerts may lack the address they came from: {count, plural, one {an access log} other {# access logs}} could not be read ({logs}). Make it readable for this rule; requests are looked for again for a quarter of an hour.',
        values: { count: unread.length, logs: unread.slice(0, MOST_NAMED).join('; ') },
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
  return warnings;
};

const toSummary = ({ startedAt, windows, raised, storesAfterRun }: Outcome): string => {
  const to = startedAt.toISOString();
  const values = { from: toFirst(windows) ?? to, to, count: raised.alerts.length };
  return storesAfterRun && values.count > 0
    ? i18n.translate('webServerRce.run.handedOver', {
        defaultMessage:
          'Searched {from} to {to}: {count, plural, one {# new match} other {# new matches}}, handed to Kibana to be stored as alerts. The next run looks whether that was done.',
        values,
      })
    : i18n.translate('webServerRce.run.summary', {
        defaultMessage:
          'Searched {from} to {to}: {count, plural, one {# new alert} other {# new alerts}}.',
        values,
      });
};

/** What a rule of trees saw and left alone: without it, no alert might mean that nothing was seen. */
const toQuietSentences = ({ raised: { quietCount, overflow } }: Outcome): string[] => [
  ...(quietCount > 0
    ? [
        i18n.translate('webServerRce.run.quiet', {
          defaultMessage:
            '{count, plural, one {# command} other {# commands}} run through web servers {count, plural, one {was} other {were}} seen and graded below the least risk of an alert.',
          values: { count: quietCount },
        }),
      ]
    : []),
  ...(overflow.length > 0
    ? [
        i18n.translate('webServerRce.run.overflow', {
          defaultMessage:
            '{count, plural, one {# more alert is} other {# more alerts are}} carried over to the next run: this one raised as many as alerting takes, the gravest first. None is dropped.',
          values: { count: overflow.length },
        }),
      ]
    : []),
];

const toFirst = (windows: readonly SearchWindow[]): string | undefined =>
  windows.map(({ from }) => from).sort()[0];

/** How much is left, and until when. */
const toLeftWarnings = ({ startedAt, interval, found }: Outcome): string[] => {
  const { left, leftCount, matches } = found;
  const from = toFirst(left);
  const to = left
    .map((window) => window.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return [];
  if (leftCount === 0) {
    return [
      i18n.translate('webServerRce.run.leftUnsearched', {
        defaultMessage:
          'Not all between {from} and {to} is searched yet: that took too long or failed. The next runs go on there, part by part. None is dropped.',
        values: { from, to },
      }),
    ];
  }
  const runs = Math.ceil(leftCount / Math.max(1, matches.length));
  const until = new Date(startedAt.getTime() + runs * toMilliseconds(interval)).toISOString();
  return [
    i18n.translate('webServerRce.run.carriedOver', {
      defaultMessage:
        'More than {limit} new matches: at least {count} more between {from} and {to} are carried over to the next runs, behind what is newer. At {limit} every {interval} that takes until {until} or longer. None is dropped.',
      values: { limit: matches.length, count: leftCount, from, to, interval, until },
    }),
  ];
};
