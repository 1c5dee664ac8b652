import { EuiBadge, EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toDefanged, type Indicator, type IndicatorKind } from '../../common/shell';
import { useListState } from '../alerts/use_list_state';
import { CopyIcon } from '../text/copy_button';
import { Mono } from '../text/mono';
import { toVisible } from '../text/split_hidden';
import { VisibleText } from '../text/visible_text';

/** An address, a file, a name out of a command: to copy so that nobody opens it by a click, and to look for in all alerts. */
export const IndicatorRow = ({ indicator }: { indicator: Indicator }): ReactElement => {
  const { change } = useListState();
  const { kind, value, isPrivate } = indicator;
  const searchLabel = i18n.translate('webServerRce.reading.search', {
    defaultMessage: 'Show all alerts with {value}',
    values: { value: toVisible(value) },
  });
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiBadge color="hollow">{toKindText(kind)}</EuiBadge>
      </EuiFlexItem>
      <EuiFlexItem grow={false} style={{ minWidth: 0, flexShrink: 1, overflowWrap: 'anywhere' }}>
        <Mono strong>
          <VisibleText text={value} />
        </Mono>
      </EuiFlexItem>
      {isPrivate !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiBadge color={isPrivate ? 'hollow' : 'warning'}>{toReachText(isPrivate)}</EuiBadge>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <CopyIcon text={toDefanged(indicator)} what={toVisible(toDefanged(indicator))} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiToolTip content={searchLabel}>
          <EuiButtonIcon
            size="xs"
            color="text"
            iconType="search"
            aria-label={searchLabel}
            onClick={() => change({ statuses: [], search: value })}
          />
        </EuiToolTip>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const toReachText = (isPrivate: boolean): string =>
  isPrivate
    ? i18n.translate('webServerRce.reading.private', { defaultMessage: 'private' })
    : i18n.translate('webServerRce.reading.public', { defaultMessage: 'public' });

const toKindText = (kind: IndicatorKind): string => {
  switch (kind) {
    case 'url':
      return 'URL';
    case 'domain':
      return i18n.translate('webServerRce.reading.domain', { defaultMessage: 'domain' });
    case 'ipv4':
      return 'IPv4';
    case 'ipv6':
      return 'IPv6';
    case 'port':
      return i18n.translate('webServerRce.reading.port', { defaultMessage: 'port' });
    case 'path':
      return i18n.translate('webServerRce.reading.path', { defaultMessage: 'file' });
    case 'user':
      return i18n.translate('webServerRce.reading.user', { defaultMessage: 'user' });
    case 'hash':
      return i18n.translate('webServerRce.reading.hash', { defaultMessage: 'hash' });
    case 'email':
      return i18n.translate('webServerRce.reading.email', { defaultMessage: 'e-mail' });
  }
};
