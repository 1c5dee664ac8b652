import { EuiCodeBlock, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { CopyButton } from '../../text/copy_button';
import { toVisible } from '../../text/split_hidden';
import { VisibleText } from '../../text/visible_text';

/** The event as it was searched, whole. */
export const RawEvent = ({ alert }: { alert: Alert }): ReactElement => {
  const json = JSON.stringify(alert.event, null, 2);
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiText size="xs" color="subdued">
            {i18n.translate('webServerRce.event.address', { defaultMessage: 'Document' })}{' '}
            <VisibleText text={`${alert.eventIndex} / ${alert.eventId}`} />
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <CopyButton
            toText={() => json}
            label={i18n.translate('webServerRce.event.copy', { defaultMessage: 'Copy JSON' })}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiCodeBlock
        language="json"
        fontSize="s"
        paddingSize="s"
        whiteSpace="pre-wrap"
        style={{ overflowWrap: 'anywhere' }}
      >
        {json.split('\n').map(toVisible).join('\n')}
      </EuiCodeBlock>
    </>
  );
};
