import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toVisible } from '../text/split_hidden';
import { toResponseText } from './to_response_text';
import type { KeptActions } from './use_kept_actions';

/** What was done to a host and stands nowhere yet: said until it does, because whoever comes next must know. */
export const UnkeptActions = ({
  actions: { unkept, keep, isKeeping },
}: {
  actions: KeptActions;
}): ReactElement => (
  <>
    {unkept.map((action) => (
      <div key={action.actionId} data-test-subj="webServerRceUnkeptAction">
        <EuiSpacer size="s" />
        <EuiCallOut
          size="s"
          color="danger"
          iconType="warning"
          role="alert"
          title={i18n.translate('webServerRce.defend.unkept', {
            defaultMessage:
              'Elastic Defend took this, but it could not be written into the alert’s history: {action}',
            values: { action: toVisible(toResponseText(action)) },
          })}
        >
          <EuiButton size="s" color="danger" isLoading={isKeeping} onClick={() => keep(action)}>
            {i18n.translate('webServerRce.defend.keepAgain', {
              defaultMessage: 'Write it into the history',
            })}
          </EuiButton>
        </EuiCallOut>
      </div>
    ))}
  </>
);
