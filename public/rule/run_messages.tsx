import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { toVisible } from '../text/split_hidden';
import { VisibleText } from '../text/visible_text';
import { toShownRuleName } from './shown_rule_name';

/** What the last run had to say, when it was not a plain success: matches carried over, searches that failed. */
export const RunMessages = ({ rule }: { rule: PresentRule }): ReactElement | null => {
  const { locale } = useHost();
  if (rule.lastRun === undefined) return null;
  const { outcome, messages } = rule.lastRun;
  if (outcome === 'succeeded' || messages.length === 0) return null;
  const values = { name: toVisible(toShownRuleName(rule, locale)) };
  return (
    <>
      <EuiCallOut
        size="s"
        color={outcome === 'failed' ? 'danger' : 'warning'}
        iconType="warning"
        title={
          outcome === 'failed'
            ? i18n.translate('webServerRce.rule.failedTitle', {
                defaultMessage: 'The last run of “{name}” failed: new attacks may be missing here',
                values,
              })
            : i18n.translate('webServerRce.rule.warningTitle', {
                defaultMessage: 'The last run of “{name}” has something to say',
                values,
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
