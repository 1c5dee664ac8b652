import {
  EuiButton,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiProgress,
  EuiSelect,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { RuleParams } from '../../common/rule/rule_params';
import { toApiError } from '../api/api_error';
import { PREVIEW_SPANS } from './preview_parts';
import { PreviewResult } from './preview_result';
import { usePreview } from './use_preview';

const DAY = PREVIEW_SPANS[1];

/** What the settings would find, before they are saved. */
export const PreviewPanel = ({ params }: { params: RuleParams | undefined }): ReactElement => {
  const [span, setSpan] = useState<(typeof PREVIEW_SPANS)[number]>(DAY);
  const { state, start, cancel } = usePreview();
  return (
    <section aria-label={titleText()} data-test-subj="webServerRcePreview">
      <EuiTitle size="xs">
        <h2>{titleText()}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('webServerRce.preview.intro', {
            defaultMessage:
              'Searches what is stored with the settings above, saved or not, and raises nothing.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiSelect
            compressed
            aria-label={i18n.translate('webServerRce.preview.span', {
              defaultMessage: 'Period of the preview',
            })}
            options={PREVIEW_SPANS.map(({ hours }) => ({
              value: String(hours),
              text: toSpanText(hours),
            }))}
            value={String(span.hours)}
            onChange={({ target }) =>
              setSpan(PREVIEW_SPANS.find(({ hours }) => String(hours) === target.value) ?? DAY)
            }
            data-test-subj="webServerRcePreviewSpan"
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {state?.isRunning ? (
            <EuiButton
              size="s"
              color="danger"
              onClick={cancel}
              data-test-subj="webServerRcePreviewCancel"
            >
              {i18n.translate('webServerRce.preview.cancel', { defaultMessage: 'Cancel' })}
            </EuiButton>
          ) : (
            <EuiButton
              size="s"
              iconType="inspect"
              isDisabled={params === undefined}
              onClick={() => params && start(params, span)}
              data-test-subj="webServerRcePreviewStart"
            >
              {titleText()}
            </EuiButton>
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {state?.isRunning && (
        <EuiProgress
          value={state.parts.length}
          max={state.total}
          size="s"
          label={i18n.translate('webServerRce.preview.progress', {
            defaultMessage: 'Searching, the newest first',
          })}
          valueText={`${state.parts.length} / ${state.total}`}
          data-test-subj="webServerRcePreviewProgress"
        />
      )}
      {state && !state.isRunning && state.parts.length < state.total && (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="warning"
          title={i18n.translate('webServerRce.preview.partial', {
            defaultMessage: 'Only the newest {done} of {total} parts of the period are searched',
            values: { done: state.parts.length, total: state.total },
          })}
          data-test-subj="webServerRcePreviewPartial"
        >
          {state.error !== undefined && <p>{toApiError(state.error).message}</p>}
        </EuiCallOut>
      )}
      {state && state.parts.length > 0 && <PreviewResult parts={state.parts} />}
    </section>
  );
};

const titleText = (): string =>
  i18n.translate('webServerRce.preview.title', { defaultMessage: 'Preview' });
const toSpanText = (hours: number): string =>
  hours < 48
    ? i18n.translate('webServerRce.preview.hours', {
        defaultMessage: '{hours, plural, one {The last hour} other {The last # hours}}',
        values: { hours },
      })
    : i18n.translate('webServerRce.preview.days', {
        defaultMessage: 'The last {days, number} days',
        values: { days: hours / 24 },
      });
