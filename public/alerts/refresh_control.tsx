import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useTimeFormat } from '../text/use_time_format';
import { REFRESH_SECONDS, type RefreshSeconds } from './use_refresh_interval';

/** When the table was last read, how often it is read again, and a button to do it now. */
export const RefreshControl = ({
  seconds,
  onChange,
  updatedAt,
  isFetching,
  onRefresh,
}: {
  seconds: RefreshSeconds;
  onChange: (seconds: RefreshSeconds) => void;
  /** ISO 8601; undefined before the first answer. */
  updatedAt: string | undefined;
  isFetching: boolean;
  onRefresh: () => void;
}): ReactElement => {
  const time = useTimeFormat();
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      {updatedAt !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued">
            {i18n.translate('webServerRce.refresh.updatedAt', {
              defaultMessage: 'Updated {time}',
              values: { time: time.clock(updatedAt) },
            })}
          </EuiText>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiSelect
          compressed
          aria-label={i18n.translate('webServerRce.refresh.label', {
            defaultMessage: 'Automatic refresh',
          })}
          value={seconds}
          options={REFRESH_SECONDS.map((choice) => ({ value: choice, text: toText(choice) }))}
          onChange={(event) =>
            onChange(REFRESH_SECONDS.find((choice) => String(choice) === event.target.value) ?? 0)
          }
          data-test-subj="webServerRceRefreshInterval"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonIcon
          display="base"
          size="s"
          iconType="refresh"
          isLoading={isFetching}
          onClick={onRefresh}
          aria-label={i18n.translate('webServerRce.refresh.now', { defaultMessage: 'Refresh now' })}
          data-test-subj="webServerRceRefresh"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

const toText = (seconds: RefreshSeconds): string =>
  seconds === 0
    ? i18n.translate('webServerRce.refresh.off', { defaultMessage: 'No automatic refresh' })
    : i18n.translate('webServerRce.refresh.every', {
        defaultMessage: 'Refresh every {seconds} s',
        values: { seconds },
      });
