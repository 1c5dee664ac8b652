import { EuiCodeBlock, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { CopyButton } from '../text/copy_button';
import { toVisible } from '../text/split_hidden';

/** Commands to be read, copied and run by hand on the alert's host. */
export const CommandList = ({ commands }: { commands: readonly string[] }): ReactElement => (
  <div data-test-subj="webServerRceCommands">
    <EuiText size="xs" color="subdued">
      {i18n.translate('webServerRce.respond.commands', {
        defaultMessage:
          'To read, and then to run as root on the host. This product runs none of it.',
      })}
    </EuiText>
    <EuiCodeBlock
      language="bash"
      fontSize="s"
      paddingSize="s"
      whiteSpace="pre-wrap"
      style={{ overflowWrap: 'anywhere' }}
      overflowHeight={200}
    >
      {commands.map(toVisible).join('\n')}
    </EuiCodeBlock>
    <CopyButton
      toText={() => commands.join('\n')}
      label={i18n.translate('webServerRce.respond.copy', { defaultMessage: 'Copy commands' })}
    />
  </div>
);
