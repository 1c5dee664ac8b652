import { EuiButtonGroup } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { GROUPED_BY } from '../../../common/api/groups/group_alerts';
import type { ListStateControl } from '../use_list_state';

/** Whether a row is an alert, or all alerts of one server or from one address. */
export const GroupingSwitch = ({
  list: { state, change },
}: {
  list: ListStateControl;
}): ReactElement => (
  <EuiButtonGroup
    buttonSize="compressed"
    legend={i18n.translate('webServerRce.groups.legend', { defaultMessage: 'One row for each' })}
    idSelected={state.grouping}
    onChange={(id) =>
      change({ grouping: GROUPED_BY.find((by) => by === id) ?? 'none', openGroups: [] })
    }
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
      {
        id: 'source',
        label: i18n.translate('webServerRce.groups.bySource', { defaultMessage: 'By source' }),
        'data-test-subj': 'webServerRceGroup-source',
      },
    ]}
  />
);
