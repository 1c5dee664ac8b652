import { EuiBadge, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { isSecurityAlert } from '../../common/alert/security/is_security_alert';
import { toVisible } from '../text/split_hidden';

/** Says of an alert that Elastic Security raised it, or found the same command; nothing of all others. */
export const SecurityBadge = ({
  alert,
}: {
  alert: Pick<Alert, 'id' | 'securityAlertIds' | 'ruleName'>;
}): ReactElement | null => {
  const count = alert.securityAlertIds?.length ?? 0;
  if (count === 0) return null;
  return (
    <EuiToolTip
      content={
        isSecurityAlert(alert)
          ? i18n.translate('webServerRce.security.raised', {
              defaultMessage: 'Raised by Elastic Security: {rule}',
              values: { rule: toVisible(alert.ruleName) },
            })
          : i18n.translate('webServerRce.security.foundToo', {
              defaultMessage:
                'Elastic Security has {count, plural, one {# alert} other {# alerts}} about the same command: a status given here is given there too.',
              values: { count },
            })
      }
    >
      <EuiBadge
        color="hollow"
        iconType="logoSecurity"
        tabIndex={0}
        data-test-subj="webServerRceSecurityBadge"
      >
        {isSecurityAlert(alert)
          ? SECURITY_NAME
          : i18n.translate('webServerRce.security.also', {
              defaultMessage: 'also {product}',
              values: { product: SECURITY_NAME },
            })}
      </EuiBadge>
    </EuiToolTip>
  );
};

/** A product's name is the same in every language. */
const SECURITY_NAME = 'Elastic Security';
