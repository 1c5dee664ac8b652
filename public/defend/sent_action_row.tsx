import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Signature } from '../../common/triage/triage';
import type { ResponseChange } from '../../common/triage/triage_change';
import { toApiError } from '../api/api_error';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import type { ActionProgress, ActionState } from './defend_client';
import { toResponseText } from './to_response_text';
import { useActionProgress } from './use_response_actions';

/** What somebody asked Elastic Defend for, and what became of it. */
export const SentActionRow = ({
  change,
  signature: { at, by },
}: {
  change: ResponseChange;
  signature: Signature;
}): ReactElement => {
  const time = useTimeFormat();
  const { data, error, isError } = useActionProgress(change.actionId);
  const facts = [toResponseText(change), time.full(at), by].filter((fact) => fact !== undefined);
  return (
    <li data-test-subj="webServerRceSentAction">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <VisibleText text={facts.join(' · ')} />
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false} aria-live="polite">
          {data === undefined ? (
            isError ? (
              <EuiText size="s" color="danger">
                {toUnknownText(toApiError(error).message)}
              </EuiText>
            ) : (
              <EuiLoadingSpinner size="s" />
            )
          ) : (
            <Progress progress={data} />
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
    </li>
  );
};

const COLORS: Record<ActionState, string> = {
  pending: 'hollow',
  successful: 'success',
  failed: 'danger',
  timed_out: 'warning',
};

const Progress = ({
  progress: { state, errors, completedAt },
}: {
  progress: ActionProgress;
}): ReactElement => {
  const time = useTimeFormat();
  const facts = [completedAt && time.full(completedAt), ...errors].filter(Boolean).join(' · ');
  return (
    <EuiText size="s">
      <EuiBadge color={COLORS[state]}>{toStateText(state)}</EuiBadge> <VisibleText text={facts} />
    </EuiText>
  );
};

const toStateText = (state: ActionState): string => {
  switch (state) {
    case 'pending':
      return i18n.translate('webServerRce.defend.pending', {
        defaultMessage: 'Sent; the host has not answered yet',
      });
    case 'successful':
      return i18n.translate('webServerRce.defend.successful', { defaultMessage: 'Done' });
    case 'failed':
      return i18n.translate('webServerRce.defend.failed', { defaultMessage: 'Failed' });
    case 'timed_out':
      return i18n.translate('webServerRce.defend.timedOut', {
        defaultMessage: 'Not done: the host did not answer in time',
      });
  }
};

const toUnknownText = (message: string): string =>
  i18n.translate('webServerRce.defend.unknown', {
    defaultMessage: 'What became of it could not be read. {message}',
    values: { message },
  });
