import { EuiSkeletonText, EuiText } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleList } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { RuleRow } from './rule_row';

/** Every rule in a line of its own. */
export const Rules = ({ rules }: { rules: UseQueryResult<RuleList> }): ReactElement => {
  const { mayWrite } = useHost();
  if (rules.data === undefined) {
    return rules.isError ? (
      <Problem
        title={i18n.translate('webServerRce.rule.notRead', {
          defaultMessage: 'The state of the rules could not be read',
        })}
        error={rules.error}
        onRetry={() => void rules.refetch()}
      />
    ) : (
      <EuiSkeletonText lines={1} />
    );
  }
  const known = rules.data.rules;
  return (
    <div data-test-subj="webServerRceRules">
      {known.map((rule) => (
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
