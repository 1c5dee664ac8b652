import { i18n } from '@kbn/i18n';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '../../../common/alert/alert';
import { ALERTS_KEY } from '../../alerts/use_alerts';
import { toApiError } from '../../api/api_error';
import { useHost } from '../../app/host';
import { saveChange } from '../save_change';

type AssignedAlert = Pick<Alert, 'id' | 'securityAlertIds'>;

export interface AssignAll {
  /** Gives these alerts to somebody, and says how many. */
  readonly assignAll: (
    alerts: readonly AssignedAlert[],
    assignee: string,
    onDone: () => void
  ) => void;
  readonly isChanging: boolean;
}

/** Each alert has a history of its own, which says who gave it to whom: so many are written at the same moment. */
const AT_ONCE = 10;

export const useAssignAll = (): AssignAll => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: async ({
      alerts,
      assignee,
    }: {
      alerts: readonly AssignedAlert[];
      assignee: string;
    }) => {
      const failures: unknown[] = [];
      for (let start = 0; start < alerts.length; start += AT_ONCE) {
        const given = await Promise.allSettled(
          alerts
            .slice(start, start + AT_ONCE)
            .map((alert) => saveChange(http, alert, { kind: 'assignee', assignee }))
        );
        for (const one of given) if (one.status === 'rejected') failures.push(one.reason);
      }
      return failures;
    },
    onSuccess: (failures, { alerts, assignee }) => {
      const count = alerts.length - failures.length;
      const title = i18n.translate('webServerRce.assignee.given', {
        defaultMessage:
          '{count, plural, one {# alert} other {# alerts}} assigned to {assignee}{missed, plural, =0 {} one {, # was not} other {, # were not}}',
        values: { count, assignee, missed: failures.length },
      });
      notify(
        failures.length === 0
          ? { tone: 'success', title }
          : {
              tone: count === 0 ? 'danger' : 'warning',
              title,
              text: toApiError(failures[0]).message,
            }
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: [ALERTS_KEY] }),
  });
  return {
    assignAll: (alerts, assignee, onDone) => mutate({ alerts, assignee }, { onSuccess: onDone }),
    isChanging: isLoading,
  };
};
