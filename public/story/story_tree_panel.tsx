import {
  EuiBadge,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiText,
  EuiToolTip,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type CSSProperties, type ReactElement } from 'react';
import { findSignKind, SIGN_KINDS, toSignText, type Sign } from '../../common/detection';
import type { StoryTree } from '../../common/story/story';
import { SeverityMark } from '../alerts/severity_mark';
import { toSignKindText } from '../alerts/signs/sign_kind_text';
import { ChevronDown } from '../icons/chevron_down';
import { ChevronUp } from '../icons/chevron_up';
import { toVisible } from '../text/split_hidden';
import { VisibleText } from '../text/visible_text';
import { StoryProcessRow } from './story_process_row';
import { toFolded } from './to_folded';

/**
 * Of hundreds only those in sight are laid out. Not of a few: a browser that watches what comes into sight does at each frame of
 * whatever turns or fades meanwhile what it would do for a change of the page.
 */
const DRAWN_IN_SIGHT: CSSProperties = {
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 80px',
};

/** One command run through the server and everything it started. The signs of the alert's own stand above the story already. */
export const StoryTreePanel = ({
  tree,
  first,
  isOneOfMany,
}: {
  tree: StoryTree;
  first: number;
  isOneOfMany: boolean;
}): ReactElement => {
  const listId = useGeneratedHtmlId({ prefix: 'storyTree' });
  const [isWhole, setWhole] = useState(false);
  const folded = toFolded(tree.processes);
  const shown = isWhole ? tree.processes : folded;
  return (
    <EuiPanel
      hasBorder
      hasShadow={false}
      paddingSize="s"
      color={tree.isOfAlert ? 'danger' : 'plain'}
      style={{ marginBottom: 8, ...(isOneOfMany ? DRAWN_IN_SIGHT : {}) }}
      data-test-subj="webServerRceStoryTree"
    >
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <SeverityMark severity={tree.severity} />
        </EuiFlexItem>
        {!tree.isOfAlert && <TreeSigns signs={tree.signs} />}
      </EuiFlexGroup>
      <ol id={listId} style={{ margin: '4px 0 0', padding: 0, listStyle: 'none' }}>
        {shown.map((process) => (
          <StoryProcessRow
            key={process.eventId}
            process={process}
            root={tree.processes[0] ?? process}
            first={first}
          />
        ))}
      </ol>
      {folded.length < tree.processes.length && (
        <EuiButtonEmpty
          size="xs"
          flush="left"
          iconType={isWhole ? ChevronUp : ChevronDown}
          aria-expanded={isWhole}
          aria-controls={listId}
          onClick={() => setWhole(!isWhole)}
          data-test-subj="webServerRceStoryFold"
        >
          {isWhole
            ? i18n.translate('webServerRce.story.fold', { defaultMessage: 'Show fewer' })
            : i18n.translate('webServerRce.story.unfold', {
                defaultMessage: '{count, number} more',
                values: { count: tree.processes.length - folded.length },
              })}
        </EuiButtonEmpty>
      )}
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
};

/** One word for each kind of sign, its sentence on demand: the commands below are what is read. What lowers a risk is said whole. */
const TreeSigns = ({ signs }: { signs: readonly Sign[] }): ReactElement => {
  const kinds = SIGN_KINDS.filter((kind) =>
    signs.some(({ id, weight }) => weight > 0 && findSignKind(id) === kind)
  );
  const lowering = signs.filter(({ weight }) => weight < 0);
  return (
    <>
      {kinds.map((kind) => (
        <EuiFlexItem key={kind} grow={false}>
          <EuiToolTip
            content={signs
              .filter(({ id }) => findSignKind(id) === kind)
              .map((sign) => toVisible(toSignText(sign, i18n.translate)))
              .join(' · ')}
          >
            <EuiBadge color="hollow" tabIndex={0}>
              {toSignKindText(kind)}
            </EuiBadge>
          </EuiToolTip>
        </EuiFlexItem>
      ))}
      {lowering.map((sign) => (
        <EuiFlexItem key={sign.id} grow={false} style={{ maxWidth: '100%' }}>
          <EuiText size="xs" color="subdued">
            <VisibleText text={toSignText(sign, i18n.translate)} />
          </EuiText>
        </EuiFlexItem>
      ))}
    </>
  );
};
