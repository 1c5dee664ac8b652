import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toApiError } from '../api/api_error';

/** A request that failed: what it was for, the server's sentence, and a way to try again. */
export const Problem = ({
  title,
  error,
  onRetry,
}: {
  title: string;
  error: unknown;
  onRetry: () => void;
}): ReactElement => (
  <EuiCallOut
    title={title}
    color="danger"
    iconType="warning"
    role="alert"
    data-test-subj="webServerRceProblem"
  >
    <p>{toApiError(error).message}</p>
    <EuiSpacer size="s" />
    <EuiButton size="s" color="danger" iconType="refresh" onClick={onRetry}>
      {i18n.translate('webServerRce.problem.retry', { defaultMessage: 'Try again' })}
    </EuiButton>
  </EuiCallOut>
);
