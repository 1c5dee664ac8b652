import { EuiCallOut, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ExceptionPreview } from '../../common/api/exceptions/preview_exception';
import type { ExceptionDraft } from '../../common/exception/exception';
import { useSettled } from '../app/use_settled';
import { Problem } from '../text/problem';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { useExceptionPreview } from './use_exceptions';

/** What an exception would have hidden, asked again when it has not changed for a moment. */
export const ExceptionPreviewView = ({
  ruleUuid,
  draft,
}: {
  ruleUuid: string;
  draft: ExceptionDraft | undefined;
}): ReactElement | null => {
  const query = useSettled(draft?.query);
  const upToRisk = useSettled(draft?.upToRisk);
  const asked =
    draft === undefined || query === undefined
      ? undefined
      : { query, ...(upToRisk !== undefined && { upToRisk }) };
  const preview = useExceptionPreview(ruleUuid, asked);
  if (draft === undefined) return null;
  if (preview.isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.exceptionPreview.failed', {
          defaultMessage: 'What it would have hidden could not be found out',
        })}
        error={preview.error}
        onRetry={() => void preview.refetch()}
      />
    );
  }
  return (
    <div aria-live="polite" data-test-subj="webServerRceExceptionPreview">
      {preview.data === undefined ? (
        <EuiLoadingSpinner />
      ) : (
        <EuiCallOut
          size="s"
          color={isAll(preview.data) ? 'warning' : 'primary'}
          iconType={isAll(preview.data) ? 'warning' : 'bellSlash'}
          title={toPreviewTitle(preview.data)}
        >
          <Examples preview={preview.data} />
        </EuiCallOut>
      )}
    </div>
  );
};

/** An exception that hides all there was switches the rule off by another name. */
const isAll = ({ asked, hidden }: ExceptionPreview): boolean => asked > 1 && hidden === asked;

const toPreviewTitle = ({ asked, hidden, days, isCut }: ExceptionPreview): string =>
  isCut
    ? i18n.translate('webServerRce.exceptionPreview.cut', {
        defaultMessage:
          'It would have hidden {hidden} of the newest {asked} alerts of the last {days} days',
        values: { hidden, asked, days },
      })
    : i18n.translate('webServerRce.exceptionPreview.whole', {
        defaultMessage:
          'It would have hidden {hidden} of the {asked, plural, one {# alert} other {# alerts}} of the last {days} days',
        values: { hidden, asked, days },
      });

const Examples = ({ preview: { examples } }: { preview: ExceptionPreview }): ReactElement => {
  const time = useTimeFormat();
  return (
    <EuiText size="xs">
      <ul>
        {examples.map(({ id, eventTime, host, command, riskScore }) => (
          <li key={id} style={{ overflowWrap: 'anywhere' }}>
            {time.short(eventTime)} · <VisibleText text={host} /> · {riskScore} ·{' '}
            <code>
              <VisibleText text={command} />
            </code>
          </li>
        ))}
      </ul>
    </EuiText>
  );
};
