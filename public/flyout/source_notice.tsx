import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { findText } from '../../common/event/get_values';
import type { EventSource } from '../../common/event/source_event';

/** Says of an event that it is played back: nothing of it is happening now, and perhaps nothing of it happened here. */
export const SourceNotice = ({ event }: { event: EventSource }): ReactElement | null => {
  const text = findNotice(event);
  if (text === undefined) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="videoPlayer"
        title={text}
        data-test-subj="webServerRcePlayed"
      />
      <EuiSpacer size="m" />
    </>
  );
};

const findNotice = (event: EventSource): string | undefined => {
  if (findText(event, 'labels.recording') === 'true') {
    return i18n.translate('webServerRce.source.recording', {
      defaultMessage:
        'From the recording shipped with this product: it did not happen on your machines. Osquery answers what the recorded server’s tables held while the intruder’s shell was open.',
    });
  }
  if (findText(event, 'labels.replayed') === 'true') {
    return i18n.translate('webServerRce.source.replayed', {
      defaultMessage:
        'From an audit log that was replayed: if it is of another machine, Osquery’s rows are not that machine’s but this one’s.',
    });
  }
  return undefined;
};
