import { EuiFlyout, EuiFlyoutBody, EuiSkeletonText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, type ReactElement } from 'react';
import { useHost } from '../app/host';
import { toPageTitle } from '../alerts/page_title';
import { RunsProvider } from '../osquery/use_runs';
import { Problem } from '../text/problem';
import { AlertBody } from './alert_body';
import { toAlertTitle } from './alert_title';
import { FlyoutFooter } from './flyout_footer';
import { FlyoutHeader } from './flyout_header';
import { useAlert } from './use_alert';
import { useAskAhead } from './use_ask_ahead';
import { useFlyoutPlace } from './use_flyout_place';
import { useNonModal } from './use_non_modal';

/** The flyout of the alert that the address names. The table beside it stays in use, by mouse and keyboard. */
export const AlertFlyout = ({ id }: { id: string }): ReactElement => {
  const { euiProps, showPlace } = useHost();
  const { close, tab, showTab } = useFlyoutPlace();
  const alert = useAlert(id);
  const askAhead = useAskAhead();
  useEffect(() => askAhead(id), [askAhead, id]);
  const nonModal = useNonModal();
  const titleId = useGeneratedHtmlId({ prefix: 'alertTitle' });
  const title = alert.data === undefined ? undefined : toAlertTitle(alert.data);
  useEffect(() => {
    showPlace([{ text: toPageTitle(), open: close }, { text: title ?? id }]);
    return () => showPlace([{ text: toPageTitle() }]);
  }, [showPlace, close, title, id]);
  return (
    <EuiFlyout
      {...nonModal}
      onClose={close}
      ownFocus={false}
      size="m"
      paddingSize="m"
      aria-labelledby={titleId}
      data-test-subj="webServerRceFlyout"
      style={{ minWidth: 'min(640px, 100vw)' }}
      {...euiProps.flyout}
    >
      <FlyoutHeader
        id={id}
        alert={alert.data}
        isLoading={alert.isLoading}
        titleId={titleId}
        tab={tab}
        showTab={showTab}
      />
      {alert.data === undefined ? (
        <EuiFlyoutBody>
          {alert.isError ? (
            <Problem
              title={i18n.translate('webServerRce.flyout.notRead', {
                defaultMessage: 'The alert could not be read',
              })}
              error={alert.error}
              onRetry={() => void alert.refetch()}
            />
          ) : (
            <EuiSkeletonText lines={10} />
          )}
        </EuiFlyoutBody>
      ) : (
        <RunsProvider key={id} alert={alert.data}>
          <AlertBody alert={alert.data} tab={tab} />
          <FlyoutFooter alert={alert.data} />
        </RunsProvider>
      )}
    </EuiFlyout>
  );
};
