import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AlertPage } from '../../common/api/find_alerts';
import type { ListState } from './list_state';

/** Which of how many alerts are on the page. As high as the bar that takes its place once alerts are ticked. */
export const AlertCount = ({
  page,
  state,
}: {
  page: AlertPage;
  state: ListState;
}): ReactElement => (
  <EuiText size="s" color="subdued" style={{ minHeight: 24 }}>
    {i18n.translate('webServerRce.alerts.count', {
      defaultMessage:
        '{first, number}–{last, number} of {total, plural, one {# alert} other {# alerts}}',
      values: {
        first: state.page * state.perPage + 1,
        last: state.page * state.perPage + page.alerts.length,
        total: page.total,
      },
    })}
    {page.leavesOutSecurityAlerts === true &&
      ` · ${i18n.translate('webServerRce.security.leftOut', {
        defaultMessage:
          'older alerts of Elastic Security are left out: choose a shorter time range to see them',
      })}`}
  </EuiText>
);
