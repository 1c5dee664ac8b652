import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { toApiError } from '../../api/api_error';
import { useHost } from '../../app/host';
import type { SentRun } from '../run';
import { useLiveQueryClient } from '../use_live_query_client';

/** Ends a run, where the host can: Kibana has no way to call a query back. */
export const CancelButton = ({
  run,
  onCancelled,
}: {
  run: SentRun;
  onCancelled: () => void;
}): ReactElement | null => {
  const { osqueryRights, notify } = useHost();
  const client = useLiveQueryClient();
  const [isBusy, setBusy] = useState(false);
  if (!osqueryRights.mayCancel) return null;
  const cancel = async (): Promise<void> => {
    setBusy(true);
    try {
      await client.cancel(run.id);
      onCancelled();
    } catch (cause) {
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.run.cancelFailed', {
          defaultMessage: 'The query could not be stopped',
        }),
        text: toApiError(cause).message,
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <EuiButtonEmpty
      size="xs"
      iconType="stop"
      isLoading={isBusy}
      onClick={() => void cancel()}
      data-test-subj="webServerRceCancelRun"
    >
      {i18n.translate('webServerRce.run.cancel', { defaultMessage: 'Stop' })}
    </EuiButtonEmpty>
  );
};
