import {
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalHeader,
  EuiModalHeaderTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import { toVisible } from '../../text/split_hidden';

/** A result over the whole window: tables of twenty columns fit no flyout. */
export const FullScreen = ({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}): ReactElement => (
  <EuiModal
    onClose={onClose}
    maxWidth={false}
    style={{ width: '96vw', height: '92vh' }}
    data-test-subj="webServerRceFullScreen"
  >
    <EuiModalHeader>
      <EuiModalHeaderTitle size="xs">{toVisible(title)}</EuiModalHeaderTitle>
    </EuiModalHeader>
    <EuiModalBody>{children}</EuiModalBody>
  </EuiModal>
);

export const FullScreenButton = ({ onOpen }: { onOpen: () => void }): ReactElement => (
  <EuiButtonEmpty
    size="xs"
    iconType="fullScreen"
    onClick={onOpen}
    data-test-subj="webServerRceOpenFullScreen"
  >
    {i18n.translate('webServerRce.result.fullScreen', { defaultMessage: 'Full screen' })}
  </EuiButtonEmpty>
);
