import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useCallback } from 'react';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import { setAlertStatus } from '../../common/api/set_alert_status';
import type { VerdictChange } from '../../common/triage/triage_change';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { setSecurityStatus } from '../security_alerts/set_security_status';
import { ALERTS_KEY } from './use_alerts';

type ChangedAlert = Pick<Alert, 'id' | 'status' | 'securityAlertIds'>;

export interface SetStatus {
  /**
   * Brings these alerts into a status, says so, and offers to undo it.
   * @param verdict why they are closed
   */
  readonly setStatus: (
    alerts: readonly ChangedAlert[],
    status: AlertStatus,
    verdict?: VerdictChange
  ) => void;
  /** Gives alerts the status they had, and says so. */
  readonly restore: (changes: readonly StatusChange[]) => void;
  readonly isChanging: boolean;
}

/** Alerts and the status they get. */
export interface StatusChange {
  readonly alerts: readonly ChangedAlert[];
  readonly status: AlertStatus;
}

interface Batch {
  readonly changes: readonly StatusChange[];
  /** What brings everything back; empty for an undo. */
  readonly undo: readonly StatusChange[];
  readonly verdict?: VerdictChange | undefined;
}

export const useSetStatus = (): SetStatus => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: async ({ changes, verdict }: Batch) => {
      const changed: string[] = [];
      const problems: string[] = [];
      for (const { alerts, status } of changes.flatMap(toPortions)) {
        const problem = await setSecurityStatus(http, alerts, status);
        if (problem !== undefined) problems.push(problem);
        const answer = await callEndpoint(http, setAlertStatus, {
          body: {
            ids: alerts.map(({ id }) => id),
            status,
            ...(verdict === undefined ? {} : { verdict }),
          },
        });
        changed.push(...answer.ids);
      }
      return { changed, problems };
    },
    onSuccess: ({ changed, problems }, { changes, undo }) => {
      const [first] = changes;
      if (first === undefined) return;
      const asked = changes.reduce((sum, { alerts }) => sum + alerts.length, 0);
      const missed = asked - changed.length;
      const texts = [...(missed === 0 ? [] : [toMissedText(missed)]), ...problems.slice(0, 1)];
      notify({
        tone: texts.length === 0 ? 'success' : 'warning',
        title:
          undo.length === 0
            ? toUndoneText(changed.length)
            : toDoneText(changed.length, first.status),
        ...(texts.length === 0 ? {} : { text: texts.join(' ') }),
        ...(undo.length === 0
          ? {}
          : { action: { label: toUndoLabel(), run: () => mutate({ changes: undo, undo: [] }) } }),
      });
    },
    onError: (error) => {
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.setStatus.failed', {
          defaultMessage: 'The status was not changed',
        }),
        text: toApiError(error).message,
      });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: [ALERTS_KEY] }),
  });

  const setStatus = useCallback<SetStatus['setStatus']>(
    (alerts, status, verdict) => {
      const affected = alerts.filter((alert) => alert.status !== status);
      if (affected.length === 0) return;
      mutate({
        changes: [{ alerts: affected, status }],
        undo: toUndo(affected),
        verdict,
      });
    },
    [mutate]
  );
  return {
    setStatus,
    restore: (changes) => mutate({ changes, undo: [] }),
    isChanging: isLoading,
  };
};

/** The server changes so many at a time. */
export const MOST_AT_ONCE = 100;

const toPortions = ({ alerts, status }: StatusChange): StatusChange[] =>
  Array.from({ length: Math.ceil(alerts.length / MOST_AT_ONCE) }, (_, place) => ({
    alerts: alerts.slice(place * MOST_AT_ONCE, (place + 1) * MOST_AT_ONCE),
    status,
  }));

/** One change per status the alerts had. */
export const toUndo = (alerts: readonly ChangedAlert[]): readonly StatusChange[] =>
  [...new Set(alerts.map(({ status }) => status))].map((status) => ({
    status,
    alerts: alerts.filter((alert) => alert.status === status),
  }));

export const toUndoLabel = (): string =>
  i18n.translate('webServerRce.setStatus.undo', { defaultMessage: 'Undo' });

const toUndoneText = (count: number): string =>
  i18n.translate('webServerRce.setStatus.undone', {
    defaultMessage:
      '{count, plural, one {# alert has} other {# alerts have}} the former status again',
    values: { count },
  });

const toMissedText = (count: number): string =>
  i18n.translate('webServerRce.setStatus.missed', {
    defaultMessage:
      '{count, plural, one {# alert was} other {# alerts were}} not changed: no longer there, or not yours to change.',
    values: { count },
  });

export const toDoneText = (count: number, status: AlertStatus): string => {
  switch (status) {
    case 'open':
      return i18n.translate('webServerRce.setStatus.reopened', {
        defaultMessage: '{count, plural, one {# alert} other {# alerts}} reopened',
        values: { count },
      });
    case 'acknowledged':
      return i18n.translate('webServerRce.setStatus.acknowledged', {
        defaultMessage: '{count, plural, one {# alert} other {# alerts}} acknowledged',
        values: { count },
      });
    case 'closed':
      return i18n.translate('webServerRce.setStatus.closed', {
        defaultMessage: '{count, plural, one {# alert} other {# alerts}} closed',
        values: { count },
      });
  }
};
