import { EuiCode, EuiEmptyPrompt, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Shown in place of the page where the host does not know this browser: where the link is, and how to get another. */
export const LockedPage = (): ReactElement => {
  const { euiTheme } = useEuiTheme();
  return (
    <div
      style={{ minHeight: '100vh', padding: euiTheme.size.xl, background: euiTheme.colors.body }}
    >
      <EuiEmptyPrompt
        iconType="lock"
        titleSize="s"
        data-test-subj="webServerRceLocked"
        title={
          <h1>
            {i18n.translate('webServerRce.locked.title', {
              defaultMessage: 'Open this page by its link',
            })}
          </h1>
        }
        body={
          <EuiText textAlign="left" size="s">
            <p>
              {i18n.translate('webServerRce.locked.why', {
                defaultMessage:
                  'The host can read everything on this machine, so it answers only who can read its terminal or its files. It does not know this browser: no link was opened here, the link was used already or is too old, or the host was started again since.',
              })}
            </p>
            <ul>
              <li>
                {i18n.translate('webServerRce.locked.terminal', {
                  defaultMessage:
                    'Just started: open the link that stands after “Ready” in the terminal of the host.',
                })}
              </li>
              <li>
                {i18n.translate('webServerRce.locked.another', {
                  defaultMessage:
                    'Otherwise: as the user who runs the host, and with its --data if it has one, run this and open what it prints:',
                })}{' '}
                <EuiCode>npm start -- --link</EuiCode>
              </li>
            </ul>
            <p>
              {i18n.translate('webServerRce.locked.after', {
                defaultMessage:
                  'This tab goes on by itself once the link was opened in this browser.',
              })}
            </p>
          </EuiText>
        }
      />
    </div>
  );
};
