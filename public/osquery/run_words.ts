/** The words of a run: what it is called, how it stands, and how that is marked. */
import { i18n } from '@kbn/i18n';
import type { RunState } from '../../common/osquery/run_state';
import type { TimeFormat } from '../text/use_time_format';
import type { Refusal } from './run';

/** A name for a query that the guide gives none, or that somebody started elsewhere. */
export const toRunLabel = (label: string): string =>
  label === ''
    ? i18n.translate('webServerRce.run.unnamed', { defaultMessage: 'Osquery query' })
    : label;

export const toRowCount = (total: number): string =>
  i18n.translate('webServerRce.run.rows', {
    defaultMessage: '{total, plural, one {# row} other {# rows}}',
    values: { total },
  });

export type RunTone = 'busy' | 'good' | 'neutral' | 'warning' | 'danger';

export const toRunTone = ({ kind }: RunState): RunTone => TONES[kind];

const TONES: Record<RunState['kind'], RunTone> = {
  waiting: 'busy',
  running: 'busy',
  rows: 'good',
  no_rows: 'neutral',
  agent_offline: 'warning',
  failed: 'danger',
  timed_out: 'warning',
};

/** Why Kibana did not take a query, and whom to ask. */
export const toRefusalText = ({ status }: Refusal): string =>
  status === 403
    ? i18n.translate('webServerRce.run.forbidden', {
        defaultMessage:
          'You may not run live queries. Ask an administrator for the Osquery privilege “Live queries”, or let somebody who has it run the SQL below.',
      })
    : i18n.translate('webServerRce.run.refused', {
        defaultMessage: 'Kibana did not take the query.',
      });

/** One sentence that says how a run stands, and what follows from it. */
export const toRunStateText = (state: RunState, time: TimeFormat): string => {
  switch (state.kind) {
    case 'waiting':
      return i18n.translate('webServerRce.run.waiting', {
        defaultMessage: 'Waiting for the agent to answer…',
      });
    case 'running':
      return i18n.translate('webServerRce.run.running', {
        defaultMessage: '{total, plural, one {# row} other {# rows}} so far, more are coming…',
        values: { total: state.total },
      });
    case 'rows':
      return toRowsText(state);
    case 'no_rows':
      return i18n.translate('webServerRce.run.noRows', {
        defaultMessage: 'The query ran and found no rows.',
      });
    case 'agent_offline':
      return toOfflineText(state, time);
    case 'failed':
      return toFailedText(state);
    case 'timed_out':
      return state.queuedUntil !== undefined
        ? i18n.translate('webServerRce.run.stillQueued', {
            defaultMessage:
              'The agent has not answered yet. The query is still queued for it until {until}; what it answers later stands in the history of Osquery.',
            values: { until: time.full(state.queuedUntil) },
          })
        : i18n.translate('webServerRce.run.timedOut', {
            defaultMessage:
              'The agent did not answer before the query expired. Check that the agent is online and its policy has the Osquery Manager integration, then run the query again.',
          });
  }
};

const toRowsText = ({
  total,
  table,
  isTruncated,
  isTotalExact,
}: Extract<RunState, { kind: 'rows' }>): string => {
  if (!isTotalExact) {
    return i18n.translate('webServerRce.run.rowsUncounted', {
      defaultMessage:
        'More than {total, number} rows, of which the first {shown, number} are shown. Narrow the query to see the others.',
      values: { total, shown: table.rows.length },
    });
  }
  return isTruncated
    ? i18n.translate('webServerRce.run.rowsTruncated', {
        defaultMessage:
          '{total, number} rows, of which the first {shown, number} are shown. Narrow the query to see the others.',
        values: { total, shown: table.rows.length },
      })
    : toRowCount(total);
};

const toOfflineText = (
  {
    agentStatus,
    lastCheckin,
    isExpired,
    queuedUntil,
  }: Extract<RunState, { kind: 'agent_offline' }>,
  time: TimeFormat
): string => {
  const values = {
    agentStatus,
    lastSeen:
      lastCheckin === undefined
        ? i18n.translate('webServerRce.run.neverSeen', { defaultMessage: 'never' })
        : time.relative(lastCheckin),
  };
  if (queuedUntil !== undefined) {
    return i18n.translate('webServerRce.run.offlineQueued', {
      defaultMessage:
        'The agent is {agentStatus} (last seen: {lastSeen}). The query is still queued for it until {until}; what it answers later stands in the history of Osquery.',
      values: { ...values, until: time.full(queuedUntil) },
    });
  }
  return isExpired
    ? i18n.translate('webServerRce.run.offlineExpired', {
        defaultMessage:
          'The agent is {agentStatus} (last seen: {lastSeen}), and the query has expired. Bring the agent back and run the query again.',
        values,
      })
    : i18n.translate('webServerRce.run.offline', {
        defaultMessage:
          'The agent is {agentStatus} (last seen: {lastSeen}). The query waits for it until it expires.',
        values,
      });
};

const toFailedText = ({ reason }: Extract<RunState, { kind: 'failed' }>): string => {
  switch (reason) {
    case 'query':
      return i18n.translate('webServerRce.run.queryFailed', {
        defaultMessage: 'Osquery could not run the query.',
      });
    case 'request':
      return i18n.translate('webServerRce.run.requestFailed', {
        defaultMessage: 'The state of the query can not be read.',
      });
    case 'forbidden':
      return i18n.translate('webServerRce.run.stateForbidden', {
        defaultMessage:
          'Kibana took the query, but you may not see what became of it: ask for the privilege “Read” of Osquery.',
      });
    case 'rows_unreadable':
      return i18n.translate('webServerRce.run.rowsUnreadable', {
        defaultMessage:
          'The agent returned rows, but you can not read them: ask for read access to the indices logs-osquery_manager.result*.',
      });
  }
};
