import { EuiBadge, EuiBadgeGroup, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { AlertGroup } from '../../../common/api/groups/group_alerts';
import { Truncated } from '../../text/truncated';
import { VisibleText } from '../../text/visible_text';
import { toSourceText } from '../filters/source_text';
import { toShownCommand } from '../table/command_cell';
import { SignTags } from '../signs/sign_tags';

/** Which server how many alerts came through, or from which address, the gravest command, and what speaks against all of them. */
export const GroupCell = ({ group }: { group: AlertGroup }): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const { gravest } = group;
  return (
    <div style={{ minWidth: 0, width: '100%' }}>
      <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
        <GroupName group={group} />{' '}
        <EuiBadge color="default">
          {i18n.translate('webServerRce.groups.count', {
            defaultMessage: '{count, plural, one {# alert} other {# alerts}}',
            values: { count: group.count },
          })}
        </EuiBadge>
      </EuiText>
      <Truncated text={toShownCommand(gravest)} monospace />
      <EuiBadgeGroup gutterSize="xs" style={{ marginTop: euiTheme.size.xs }}>
        <SignTags kinds={group.signKinds} most={MOST_TAGS} />
      </EuiBadgeGroup>
    </div>
  );
};

const GroupName = ({ group }: { group: AlertGroup }): ReactElement =>
  'source' in group ? (
    <strong>{toSourceText(group.source)}</strong>
  ) : (
    <>
      <strong>
        <VisibleText text={group.host} />
      </strong>
      {' · '}
      <VisibleText text={group.server} />
    </>
  );

/** There are few groups, and what was done there is what one looks for. */
const MOST_TAGS = 8;
