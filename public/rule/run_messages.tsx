import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleStatus } from '../../common/api/get_rule';
import { VisibleText } from '../text/visible_text';

/** What the last run had to say, when it was not a plain success: matches carried over, searches that failed. */
export const RunMessages = ({ rule }: { rule: RuleStatus | undefined }): ReactElement | null => {
  if (rule?.kind !== 'present' || rule.lastRun === undefined) return null;
  const { outcome, messages } = rule.lastRun;
  if (outcome === 'succeeded' || messages.length === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color={outcome === 'failed' ? 'danger' : 'warning'}
        iconType="warning"
        title={
          outcome === 'failed'
            ? i18n.translate('webServerRce.rule.failedTitle', {
                defaultMessage: 'The last run of the rule failed: new attacks may be missing here',
              })
            : i18n.translate('webServerRce.rule.warningTitle', {
                defaultMessage: 'The last run of the rule has something to say',
              })
        }
        data-test-subj="webServerRceRunMessages"
      >
        {messages.map((message) => (
          <p key={message}>
            <VisibleText text={message} />
          </p>
        ))}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
