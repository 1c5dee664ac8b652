import { EuiSkeletonText, EuiText } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { Route } from 'react-router-dom';
import type { RuleList } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { RuleRow } from './rule_row';
import { RuleSettings } from './rule_settings';
import { useRulePlace } from './use_rule_place';

/** Every rule in a line of its own, and the settings of the one that the address names. */
export const Rules = ({ rules }: { rules: UseQueryResult<RuleList> }): ReactElement => {
  const { mayWrite } = useHost();
  const { path, close } = useRulePlace();
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
      <Route
        path={path}
        render={({ match }) => {
          const rule = known.find(({ id }) => id === match.params['id']);
          return rule?.kind === 'present' && <RuleSettings rule={rule} onClose={close} />;
        }}
      />
    </div>
  );
};
