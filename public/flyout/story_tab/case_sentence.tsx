import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import { toCaseSentence } from '../../../common/alert/to_case_sentence';
import { VisibleText } from '../../text/visible_text';

/** What happened, for somebody who reads no command lines. */
export const CaseSentence = ({ alert }: { alert: Alert }): ReactElement => {
  const sentence = useMemo(() => toCaseSentence(alert, i18n.translate), [alert]);
  return (
    <EuiText size="m" data-test-subj="webServerRceReason">
      <p style={{ overflowWrap: 'anywhere' }}>
        <strong>
          <VisibleText text={sentence} />
        </strong>
      </p>
    </EuiText>
  );
};
