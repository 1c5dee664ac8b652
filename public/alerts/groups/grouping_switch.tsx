import { EuiButtonGroup } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ListStateControl } from '../use_list_state';

/** Whether a row is an alert, or all alerts of one server. */
export const GroupingSwitch = ({
  list: { state, change },
}: {
  list: ListStateControl;
}): ReactElement => (
  <EuiButtonGroup
    buttonSize="compressed"
    legend={i18n.translate('webServerRce.groups.legend', { defaultMessage: 'One row for each' })}
    idSelected={state.grouping}
    onChange={(id) => change({ grouping: id === 'server' ? 'server' : 'none', openGroups: [] })}
    options={[
      {
        id: 'none',
        label: i18n.translate('webServerRce.groups.alerts', { defaultMessage: 'Alerts' }),
        'data-test-subj': 'webServerRceGroup-none',
      },
      {
        id: 'server',
        label: i18n.translate('webServerRce.groups.servers', { defaultMessage: 'By server' }),
        'data-test-subj': 'webServerRceGroup-server',
      },
    ]}
  />
);
