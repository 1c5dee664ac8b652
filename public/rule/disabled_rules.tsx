import { EuiText } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleList } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { RuleRow } from './rule_row';

/**
 * Each rule that is off, with its switch; a copy that somebody made is his to switch. How the others fare is said in the bar of
 * every page: twice on one screen would push the alerts down.
 */
export const DisabledRules = ({
  rules,
}: {
  rules: UseQueryResult<RuleList>;
}): ReactElement | null => {
  const { mayWrite } = useHost();
  if (rules.data === undefined) {
    return !rules.isError ? null : (
      <Problem
        title={i18n.translate('webServerRce.rule.notRead', {
          defaultMessage: 'The state of the rules could not be read',
        })}
        error={rules.error}
        onRetry={() => void rules.refetch()}
      />
    );
  }
  const off = rules.data.rules.filter(
    (rule) => rule.kind === 'absent' || !(rule.enabled || rule.isCopy)
  );
  return (
    <div data-test-subj="webServerRceRules">
      {off.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
      {!mayWrite && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('webServerRce.rule.readOnly', {
            defaultMessage:
              'You can look, not change: for changing alerts and rules, ask for the privilege “All” of Web Server RCE.',
          })}
        </EuiText>
      )}
    </div>
  );
};
