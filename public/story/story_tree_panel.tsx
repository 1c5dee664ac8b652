import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toSignText } from '../../common/detection';
import type { StoryTree } from '../../common/story/story';
import { SeverityMark } from '../alerts/severity_mark';
import { VisibleText } from '../text/visible_text';
import { StoryProcessRow } from './story_process_row';

/** One command run through the server and everything it started, under what speaks for and against an attack. */
export const StoryTreePanel = ({
  tree,
  first,
}: {
  tree: StoryTree;
  first: number;
}): ReactElement => (
  <EuiPanel
    hasBorder
    hasShadow={false}
    paddingSize="s"
    color={tree.isOfAlert ? 'danger' : 'plain'}
    style={{ marginBottom: 8, contentVisibility: 'auto', containIntrinsicSize: 'auto 80px' }}
    data-test-subj="webServerRceStoryTree"
  >
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <SeverityMark severity={tree.severity} />
      </EuiFlexItem>
      {tree.signs.map((sign) => (
        <EuiFlexItem key={sign.id} grow={false} style={{ maxWidth: '100%' }}>
          <EuiBadge color={sign.weight > 0 ? 'warning' : 'hollow'}>
            <VisibleText text={toSignText(sign, i18n.translate)} />
          </EuiBadge>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
    <ol style={{ margin: '4px 0 0', padding: 0, listStyle: 'none' }}>
      {tree.processes.map((process) => (
        <StoryProcessRow key={process.eventId} process={process} first={first} />
      ))}
    </ol>
    {tree.leftOut > 0 && (
      <EuiText size="xs" color="subdued">
        {i18n.translate('webServerRce.story.leftOut', {
          defaultMessage:
            '{count, plural, one {# more program is} other {# more programs are}} not shown.',
          values: { count: tree.leftOut },
        })}
      </EuiText>
    )}
  </EuiPanel>
);
