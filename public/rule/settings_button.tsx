import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useCallback, type ReactElement } from 'react';
import { Route, useHistory } from 'react-router-dom';
import type { PresentRule } from './rule_draft';
import { RuleSettings } from './rule_settings';

const PATH = '/rule';

/** Opens the rule's settings, which have an address of their own. */
export const SettingsButton = ({ rule }: { rule: PresentRule }): ReactElement => {
  const history = useHistory();
  const go = useCallback(
    (pathname: string) => history.push({ pathname, search: history.location.search }),
    [history]
  );
  return (
    <>
      <EuiButtonEmpty
        size="s"
        iconType="gear"
        onClick={() => go(PATH)}
        data-test-subj="webServerRceOpenSettings"
      >
        {i18n.translate('webServerRce.settings.open', { defaultMessage: 'Settings' })}
      </EuiButtonEmpty>
      <Route path={PATH} render={() => <RuleSettings rule={rule} onClose={() => go('/')} />} />
    </>
  );
};
